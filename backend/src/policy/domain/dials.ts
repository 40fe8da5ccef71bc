import { type Dial, DIAL_KEYS, type DialKey, type DialValue, type PolicySettings } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';

interface Range {
  least: number;
  most: number;
}

/** Numbers have bounds beyond which a setting is surely a slip; what has none is a switch. */
const ranges: Record<DialKey, Range | null> = {
  'face.enabled': null,
  'face.keepHours': { least: 0, most: 168 },
  'documents.keepDays': { least: 0, most: 180 },
  'period.maxDays': { least: 1, most: 180 },
  'period.maxAheadDays': { least: 1, most: 365 },
  'period.leadMinutes': { least: 0, most: 10_080 },
  'period.graceMinutes': { least: 0, most: 240 },
  'party.maxCompanions': { least: 0, most: 50 },
  changeUntilMinutes: { least: 0, most: 10_080 },
  'standing.enabled': null,
  'standing.atGate': null,
};

const pathOf = (key: DialKey): [section: string, name: string] | [name: string] =>
  key.split('.') as [string, string] | [string];

/** Where every dial stands. */
export function dialsOf(settings: PolicySettings): Dial[] {
  return DIAL_KEYS.map((key) => {
    const [first, second] = pathOf(key);
    const section = (settings as unknown as Record<string, unknown>)[first];
    const value = second ? (section as Record<string, unknown> | undefined)?.[second] : section;
    return { key, value: (value ?? false) as DialValue, ...ranges[key] };
  });
}

/** The settings with some dials turned; what was given stays as it was. Throws, naming the dials that cannot stand so. */
export function turned(settings: PolicySettings, changes: { key: DialKey; value: DialValue }[]): PolicySettings {
  const wrong = changes.filter(({ key, value }) => !stands(key, value));
  if (wrong.length > 0)
    throw new DomainError('request.invalid', {}, wrong.map(({ key }) => ({ path: key, code: 'field.out-of-range' }))); // prettier-ignore
  const next = structuredClone(settings) as unknown as Record<string, unknown>;
  for (const { key, value } of changes) {
    const [first, second] = pathOf(key);
    next[first] = second ? { ...defaults[first], ...(next[first] as object | undefined), [second]: value } : value;
  }
  return next as unknown as PolicySettings;
}

/** What a section holds besides, when stored settings never had it. */
const defaults: Record<string, object> = { standing: { enabled: false, monthlyQuota: null } };

function stands(key: DialKey, value: DialValue): boolean {
  const range = ranges[key];
  if (!range) return typeof value === 'boolean';
  return Number.isInteger(value) && Number(value) >= range.least && Number(value) <= range.most;
}
