import { t, type Key } from './words.ts';

const known = [
  'requested',
  'host-agreed',
  'pre-approved',
  'host-refused',
  'host-skipped',
  'handed',
  'moved',
  'office-agreed',
  'office-refused',
  'leader-agreed',
  'leader-refused',
  'leader-skipped',
  'approved',
  'declined',
  'cancelled',
  'expired',
  'correction-asked',
  'corrected',
  'changed',
  'extension-asked',
  'renewal-asked',
  'extension-agreed',
  'extension-refused',
  'shortened',
  'revoked',
  'end-moved',
  'host-said-left',
  'host-said-unknown',
  'office-asked',
  'office-prolonged',
  'office-said-left',
  'closed-by-system',
] as const;

/** A kind of a newer server is still a line of the history. */
export function historyKind(kind: string): string {
  const key: Key = `host.kind.${known.find((name) => name === kind) ?? 'other'}`;
  return t(key);
}
