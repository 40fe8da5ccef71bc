import { type Named, type PeriodValue } from '@gatehouse/contract/common';
import { type RequestVisitInput, type Transport } from '@gatehouse/contract/visit';
import { locale } from '../../shared/i18n.ts';
import { type BookableKind } from '../identity.ts';

export interface Person {
  name: string;
  documentKind: BookableKind;
  documentNumber: string;
  mobile: string;
}

/** What the visitor has filled in so far. */
export interface Application {
  transport: Transport;
  plate: string;
  applicant: Person & { organisation: string };
  companions: Person[];
  campusId: string;
  unit: Named | null;
  /** chosen from the list (policy `pick`), name masked */
  host: Named | null;
  /** typed (policy `match`) */
  hostName: string;
  hostMobile: string;
  period: PeriodValue | null;
  purpose: string;
  reason: string;
  remark: string;
  noticeRead: boolean;
  consentIdentity: boolean;
}

export const emptyPerson = (): Person => ({ name: '', documentKind: 'PRC_ID', documentNumber: '', mobile: '' });

export const emptyApplication = (): Application => ({
  transport: 'foot',
  plate: '',
  applicant: { ...emptyPerson(), organisation: '' },
  companions: [],
  campusId: '',
  unit: null,
  host: null,
  hostName: '',
  hostMobile: '',
  period: null,
  purpose: '',
  reason: '',
  remark: '',
  noticeRead: false,
  consentIdentity: false,
});

export const isBlank = (person: Person): boolean => !person.name && !person.documentNumber && !person.mobile;

/** The request as it crosses the wire; `pick` says whether the host was chosen from a list. */
export function toRequest(application: Application, pick: boolean, noticeVersion: string): RequestVisitInput {
  const { applicant, plate, remark, transport } = application;
  return {
    campusId: application.campusId,
    unitId: application.unit?.id ?? '',
    host: pick
      ? { staffId: application.host?.id ?? '' }
      : { name: application.hostName.trim(), mobile: application.hostMobile.trim() },
    transport,
    ...(transport === 'car' && { plate }),
    period: application.period ?? { from: '', until: '' },
    purpose: application.purpose,
    reason: application.reason.trim(),
    ...(remark.trim() && { remark: remark.trim() }),
    applicant: { ...personOf(applicant), mobile: applicant.mobile.trim(), organisation: applicant.organisation.trim() },
    companions: application.companions.map(personOf),
    noticeVersion,
    consentIdentity: application.consentIdentity,
    locale: locale.value,
  };
}

const personOf = ({ name, documentKind, documentNumber, mobile }: Person) => ({
  name: name.trim(),
  documentKind,
  documentNumber: documentNumber.trim(),
  ...(mobile.trim() && { mobile: mobile.trim() }),
});
