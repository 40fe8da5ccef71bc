import { type Locale, type Transport } from '@gatehouse/contract';
import { type PartyMember } from './party-member.js';
import { type VisitPeriod } from './visit-period.js';

/** An application as the visitor sends it, after every check of the form. */
export interface VisitApplication {
  id: string;
  number: string;
  /** made once per form by the phone: the same key never makes a second visit */
  requestKey: string;
  campusId: string;
  unitId: string;
  hostId: string;
  transport: Transport;
  plate: { number: string; matchKey: string } | null;
  period: VisitPeriod;
  purpose: string;
  reason: string;
  remark: string | null;
  party: PartyMember[];
  noticeVersion: string;
  policyVersion: number;
  locale: Locale;
}
