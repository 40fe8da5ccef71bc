import { fault, type RuleFault, type RuleWarning } from './rule-code.js';

/** The kinds of mainland plates (GA 36-2018; consulate, armed police, military, temporary: shapes as commonly seen). */
export type PlateKind =
  | 'ordinary'
  | 'nevSmall'
  | 'nevLarge'
  | 'trailer'
  | 'coach'
  | 'police'
  | 'hkmo'
  | 'embassy'
  | 'consulate'
  | 'wj'
  | 'military'
  | 'temp'
  | 'emergency';

export interface AcceptedPlate {
  readonly ok: true;
  readonly kind: PlateKind;
  /** Normalised, as stored. */
  readonly plate: string;
  readonly warning?: RuleWarning;
}

const P = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const L = '[A-HJ-NP-Z]';
const N = '[A-HJ-NP-Z0-9]';

const SHAPES: readonly (readonly [PlateKind, RegExp])[] = [
  ['ordinary', new RegExp(`^${P}${L}${N}{5}$`)],
  ['nevSmall', new RegExp(`^${P}${L}[A-HJK]${N}[0-9]{4}$`)],
  ['nevLarge', new RegExp(`^${P}${L}[0-9]{5}[A-HJK]$`)],
  ['trailer', new RegExp(`^${P}${L}${N}{4}挂$`)],
  ['coach', new RegExp(`^${P}${L}${N}{4}学$`)],
  ['police', new RegExp(`^${P}${L}${N}{4}警$`)],
  ['hkmo', new RegExp(`^粤Z${N}{4}[港澳]$`)],
  ['embassy', /^(使[0-9]{6}|[0-9]{6}使)$/],
  ['consulate', new RegExp(`^(${P}${L}${N}{4}领|${P}[0-9A-Z]{5}领|领[0-9]{6})$`)],
  ['wj', new RegExp(`^WJ${P}?[0-9]{4}${N}$`)],
  ['military', new RegExp(`^[VKHBSLJNGCEZ][A-Z]${N}{5}$`)],
  ['temp', new RegExp(`^${P}${L}${N}{4,5}[临超]$`)],
  ['emergency', new RegExp(`^${P}[SX][A-Z0-9]?[0-9]{4}应急$`)],
];

/** NFKC, upper case, without spaces and the separators `·` `•` `・` `-` `—` `.`; underscores stay. */
export function normalisePlate(raw: string): string {
  return raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•・\-—.]/g, '');
}

/** What cameras and forms send when there is no plate. */
export function isNoPlate(raw: string): boolean {
  const plate = normalisePlate(raw);
  return plate === '' || plate === '_无_';
}

/** Checks a plate as typed or read. More than two letters among the last five of an ordinary plate is a warning only. */
export function checkPlate(raw: string): AcceptedPlate | RuleFault {
  if (isNoPlate(raw)) return fault('plate.none');
  const plate = normalisePlate(raw);
  const kind = SHAPES.find(([, shape]) => shape.test(plate))?.[0];
  if (kind === undefined) return fault('plate.shape');
  const letters = plate.slice(2).replace(/[^A-Z]/g, '').length;
  return { ok: true, kind, plate, ...(kind === 'ordinary' && letters > 2 && { warning: 'plate.many-letters' }) };
}

/** The form in which two plates are compared: cameras confuse O with 0 and I with 1, so both sides are mapped. */
export function plateMatchKey(raw: string): string {
  return normalisePlate(raw).replace(/O/g, '0').replace(/I/g, '1');
}

/** First 3 and last 1 characters: 苏D4***0. A plate of 4 or fewer characters is all stars. */
export function maskPlate(plate: string): string {
  return plate.length <= 4
    ? '*'.repeat(plate.length)
    : plate.slice(0, 3) + '*'.repeat(plate.length - 4) + plate.slice(-1);
}
