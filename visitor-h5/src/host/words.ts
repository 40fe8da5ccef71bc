import { translate, type Translate } from '../shared/i18n.ts';
import type zh from './locales/zh.ts';

/** The sentences of the host page. */
export type Key = keyof typeof zh;
export const t: Translate<Key> = translate;
