import { type Locale } from '@gatehouse/contract';
import { type Language } from 'element-plus/es/locale/index.mjs';
import { shallowRef } from 'vue';
import { createI18n } from 'vue-i18n';

const languages = {
  zh: () => import('./locales/zh'),
  en: () => import('./locales/en'),
};

export const i18n = createI18n({ legacy: false, locale: 'zh', fallbackLocale: false, messages: {} });

/** The words Element Plus itself says, in the language spoken now. */
export const elementWords = shallowRef<Language>();

/** Loads a language and switches to it. */
export async function speak(locale: Locale): Promise<void> {
  const { messages, element } = await languages[locale]();
  i18n.global.setLocaleMessage(locale, messages);
  i18n.global.locale.value = locale;
  elementWords.value = element;
  document.documentElement.lang = locale;
}
