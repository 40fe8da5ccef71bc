import { translate, type Translate } from '../shared/i18n.ts';
import type zh from './locales/zh.ts';

/** The sentences of the guard page. */
export const t: Translate<keyof typeof zh> = translate;
