import { type Locale } from '@gatehouse/contract/common';
import { ref, shallowRef } from 'vue';
import { recall, remember } from './storage.ts';
import type ui from './locales/zh.ts';

export type Sentences = Record<string, string>;
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;
type Loaders = Record<Locale, () => Promise<{ default: Sentences }>>;

export const locale = ref<Locale>('zh');
const sentences = shallowRef<Sentences>({});
let loaders: Loaders | undefined;

/** Any key of the app that is loaded. Apps narrow it to their own keys: `export const t: Translate<keyof typeof zh>`. */
export const translate: Translate<string> = (key, values = {}) =>
  (sentences.value[key] ?? key).replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

/** The sentences of the shared parts. */
export const t: Translate<keyof typeof ui> = translate;

/** Chinese unless English was chosen before, or the URL says `?lang=en`. */
export async function startI18n(load: Loaders): Promise<void> {
  loaders = load;
  const asked = new URLSearchParams(location.search).get('lang') ?? recall('locale');
  await chooseLocale(asked === 'en' ? 'en' : 'zh');
}

export async function chooseLocale(chosen: Locale): Promise<void> {
  if (loaders) sentences.value = (await loaders[chosen]()).default;
  locale.value = chosen;
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  remember('locale', chosen);
}
