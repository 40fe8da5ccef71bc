import { type Locale } from '@gatehouse/contract/common';
import { ref, shallowRef } from 'vue';
import { recall, remember } from './storage.ts';
import type ui from './locales/zh.ts';

export type Sentences = Record<string, string>;
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;
export type Words = Record<Locale, () => Promise<{ default: Sentences }>>;

export const locale = ref<Locale>('zh');
const sentences = shallowRef<Sentences>({});
const needed = new Set<Words>();

/** Any key of the app that is loaded. Apps narrow it to their own keys: `export const t: Translate<keyof typeof zh>`. */
export const translate: Translate<string> = (key, values = {}) =>
  (sentences.value[key] ?? key).replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

/** The sentences of the shared parts. */
export const t: Translate<keyof typeof ui> = translate;

/** Chinese unless English was chosen before, or the URL says `?lang=en`. With the words of the app, if it has one set. */
export async function startI18n(words?: Words): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang') ?? recall('locale');
  needed.clear();
  if (words) needed.add(words);
  name(asked === 'en' ? 'en' : 'zh');
  sentences.value = await allNeeded(locale.value);
}

/** The words of a page that is about to be shown, besides those already here. */
export async function needWords(words: Words): Promise<void> {
  if (needed.has(words)) return;
  const loaded = (await words[locale.value]()).default;
  needed.add(words);
  sentences.value = { ...sentences.value, ...loaded };
}

export async function chooseLocale(chosen: Locale): Promise<void> {
  sentences.value = await allNeeded(chosen);
  name(chosen);
}

async function allNeeded(chosen: Locale): Promise<Sentences> {
  const parts = await Promise.all([...needed].map((words) => words[chosen]()));
  return Object.assign({}, ...parts.map((part) => part.default)) as Sentences;
}

function name(chosen: Locale): void {
  locale.value = chosen;
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  remember('locale', chosen);
}
