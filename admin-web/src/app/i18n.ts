import { type Locale } from '@gatehouse/contract';
import { type Language } from 'element-plus/es/locale/index.mjs';
import { shallowRef } from 'vue';
import { createI18n } from '@/shared/words';

const languages = {
  first: { zh: () => import('./locales/zh-first'), en: () => import('./locales/en-first') },
  all: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
};

export const i18n = createI18n({ legacy: false, locale: 'zh', fallbackLocale: false, messages: {} });

/** The words Element Plus itself says, in the language spoken now. */
export const elementWords = shallowRef<Language>();

let spoken = '';

/** Loads a language and switches to it: all its words, or the first ones for signing in. */
export async function speak(locale: Locale, howMuch: 'first' | 'all' = 'all'): Promise<void> {
  const wanted = `${locale} ${howMuch}`;
  if (spoken === wanted || spoken === `${locale} all`) return;
  const { messages, element } = await languages[howMuch][locale]();
  i18n.global.setLocaleMessage(locale, messages);
  i18n.global.locale.value = locale;
  elementWords.value = element;
  document.documentElement.lang = locale;
  spoken = wanted;
}
