import type { Named } from './common.js';

export type Direction = 'entry' | 'exit';

export interface GateChoice extends Named {
  nameEn: string;
}
