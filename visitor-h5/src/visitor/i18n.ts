import { startI18n, translate, type Translate } from '../shared/i18n.ts';
import type zh from './locales/zh.ts';

export type Key = keyof typeof zh;

export const t: Translate<Key> = translate;

export const startVisitorI18n = () =>
  startI18n({ zh: () => import('./locales/zh.ts'), en: () => import('./locales/en.ts') });
