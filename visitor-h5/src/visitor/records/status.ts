import { type HistoryItem, type VisitStatus } from '@gatehouse/contract/visit';
import { type Tone } from '../../shared/parts/StatusTag.vue';
import { type Key } from '../i18n.ts';

export const statusTone: Record<VisitStatus, Tone> = {
  pending: 'pending',
  approved: 'good',
  declined: 'bad',
  cancelled: 'quiet',
  expired: 'quiet',
};

const known = [
  'requested',
  'host-agreed',
  'host-refused',
  'handed',
  'leader-agreed',
  'leader-refused',
  'approved',
  'declined',
  'cancelled',
  'expired',
] as const;

/** A kind of history this page has no words for yet is still shown, as a change. */
export function historyName({ kind }: HistoryItem): Key {
  const found = known.find((candidate) => candidate === kind);
  return found ? `history.${found}` : 'history.other';
}

export const isRefusal = ({ kind }: HistoryItem): boolean => kind.endsWith('-refused') || kind === 'declined';
