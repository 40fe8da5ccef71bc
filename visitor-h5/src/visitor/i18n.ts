import { translate, type Translate, type Words } from '../shared/i18n.ts';
import type zh from './locales/zh.ts';

export type Key = keyof typeof zh;

export const t: Translate<Key> = translate;

/** Of a part of the pages, as `build/page-words.ts` tells them apart: a landing page loads no others. */
export const words: Record<
  'landing' | 'apply' | 'laterSteps' | 'records' | 'pass' | 'signIn' | 'me' | 'shared' | 'all',
  Words
> = {
  landing: {
    zh: () => import('virtual:visitor/words/zh/landing'),
    en: () => import('virtual:visitor/words/en/landing'),
  },
  apply: {
    zh: () => import('virtual:visitor/words/zh/apply'),
    en: () => import('virtual:visitor/words/en/apply'),
  },
  laterSteps: {
    zh: () => import('virtual:visitor/words/zh/laterSteps'),
    en: () => import('virtual:visitor/words/en/laterSteps'),
  },
  records: {
    zh: () => import('virtual:visitor/words/zh/records'),
    en: () => import('virtual:visitor/words/en/records'),
  },
  pass: {
    zh: () => import('virtual:visitor/words/zh/pass'),
    en: () => import('virtual:visitor/words/en/pass'),
  },
  signIn: {
    zh: () => import('virtual:visitor/words/zh/signIn'),
    en: () => import('virtual:visitor/words/en/signIn'),
  },
  me: {
    zh: () => import('virtual:visitor/words/zh/me'),
    en: () => import('virtual:visitor/words/en/me'),
  },
  shared: {
    zh: () => import('virtual:visitor/words/zh/shared'),
    en: () => import('virtual:visitor/words/en/shared'),
  },
  all: {
    zh: () => import('./locales/zh.ts'),
    en: () => import('./locales/en.ts'),
  },
};
