import { type HistoryItem, type VisitorVisitRow, type VisitStatus } from '@gatehouse/contract/visit';
import { type Tone } from '../../shared/parts/StatusTag.vue';
import { t, type Key } from '../i18n.ts';

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
  'left-claimed',
  'shortened',
  'revoked',
  'end-moved',
  'host-said-left',
  'host-said-unknown',
  'office-prolonged',
] as const;

/** A kind of history this page has no words for yet is still shown, as a change. */
export function historyName({ kind }: HistoryItem): Key {
  const found = known.find((candidate) => candidate === kind);
  return found ? `history.${found}` : 'history.other';
}

export const isRefusal = ({ kind }: HistoryItem): boolean => kind.endsWith('-refused') || kind === 'declined';

type Standing = Pick<VisitorVisitRow, 'status' | 'next'>;

/** The word for where a visit stands; a correction that is asked for is the visitor's turn. */
export const stateWord = ({ status, next }: Standing): string =>
  t(next.kind === 'visitor' ? 'status.correcting' : `status.${status}`);

/** A sentence on where a visit stands and at whom it lies. */
export function stateText({ status, next: { kind, who } }: Standing): string {
  if (kind === 'none') return t(`statusText.${status}`);
  if (kind === 'office') return t('next.office');
  return kind === 'visitor' ? t('next.visitor') : t(kind === 'leader' ? 'next.leader' : 'next.host', { who });
}
