import { type BatchItem, type BatchResult, MOST_BATCH_ITEMS } from '@gatehouse/contract';
import { REASONS } from '@gatehouse/contract/pass/reason';
import { DomainError } from '../../kernel/domain-error.js';

const NONCE = /^[\w-]{8,64}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;
const KINDS = ['code', 'number', 'document', 'face', 'plate'];
const OUTCOMES = ['admitted', 'refused', 'lapsed', 'annulled'] as const;

type Fields = Record<string, unknown>;

/**
 * What `BatchDto` describes, looked at item by item: one that cannot be read must not hold up the others. Fields that this
 * version does not know are left out.
 */
export function readBatch(body: unknown): { sentAt: Date; items: (BatchItem | BatchResult)[] } {
  const { sentAt, items } = (body ?? {}) as Fields;
  if (!isInstant(sentAt)) throw new DomainError('request.invalid', {}, [{ path: 'sentAt', code: 'field.shape' }]);
  if (!Array.isArray(items) || items.length > MOST_BATCH_ITEMS)
    throw new DomainError('request.invalid', {}, [{ path: 'items', code: 'field.shape' }]);
  return { sentAt: new Date(sentAt), items: items.map(readItem) };
}

function readItem(value: unknown): BatchItem | BatchResult {
  const item = (value ?? {}) as Fields;
  const credential = (item.credential ?? {}) as Fields;
  const judged = item.judged as Fields | null | undefined;
  const checks: [path: string, isGood: boolean][] = [
    ['nonce', typeof item.nonce === 'string' && NONCE.test(item.nonce)],
    ['gate', typeof item.gate === 'string' && UUID.test(item.gate)],
    ['direction', item.direction === 'entry' || item.direction === 'exit'],
    ['credential.kind', KINDS.includes(credential.kind as string)],
    ['credential.value', isText(credential.value, 512)],
    ['at', isInstant(item.at)],
    ['outcome', OUTCOMES.some((known) => known === item.outcome)],
    ['outcomeAt', isInstant(item.outcomeAt)],
    ['by', isText(item.by, 40)],
    ['note', item.note === undefined || (typeof item.note === 'string' && item.note.length <= 200)],
    ['plateSeen', item.plateSeen === undefined || isText(item.plateSeen, 40)],
    ['judged', judged === null || judged === undefined || isJudged(judged)],
  ];
  const bad = checks.find(([, isGood]) => !isGood);
  if (bad) return unreadable(item, bad[0]);
  return { ...item, credential, judged: judged ?? null } as unknown as BatchItem;
}

const unreadable = ({ nonce, outcome }: Fields, path: string): BatchResult => ({
  nonce: typeof nonce === 'string' ? nonce.slice(0, 64) : '',
  outcome: OUTCOMES.find((known) => known === outcome) ?? null,
  status: 'invalid',
  passage: null,
  forced: false,
  reason: null,
  incident: null,
  problem: { path, code: 'field.shape' },
});

const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= most;

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));

const isJudged = ({ verdict, reason, bundleVersion, bundleMadeAt }: Fields): boolean =>
  (verdict === 'admit' || verdict === 'refuse') &&
  (REASONS as readonly unknown[]).includes(reason) &&
  (bundleVersion === null || bundleVersion === undefined || Number.isSafeInteger(bundleVersion)) &&
  (bundleMadeAt === null || bundleMadeAt === undefined || isInstant(bundleMadeAt));
