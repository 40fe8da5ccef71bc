import { type Named, type PeriodValue } from '@gatehouse/contract/common';
import { type GuardianInput } from '@gatehouse/contract/consent';
import { type KnownPerson } from '@gatehouse/contract/own-data';
import { type UploadClaim } from '@gatehouse/contract/photo';
import { type InvitationView } from '@gatehouse/contract/invitation';
import { type RequestVisitInput, type Transport } from '@gatehouse/contract/visit';
import { locale } from '../../shared/i18n.ts';
import { type BookableKind } from '../identity.ts';

export interface Person {
  name: string;
  documentKind: BookableKind;
  documentNumber: string;
  mobile: string;
  /** taken over from an earlier visit: name and document stay with the server */
  kept?: KnownPerson;
  photo?: UploadClaim;
  /** ticked where the document tells no age */
  under14?: boolean;
  guardian?: GuardianInput;
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
  /** the host of an earlier visit, whatever the policy says about choosing one */
  hostKept: boolean;
  /** typed (policy `match`) */
  hostName: string;
  hostMobile: string;
  period: PeriodValue | null;
  purpose: string;
  reason: string;
  remark: string;
  /** the invitation this comes by, with what its host fixed */
  invitation: { token: string; view: InvitationView } | null;
  noticeRead: boolean;
  consentIdentity: boolean;
  consentFace: boolean;
  /** uploads by key of the document */
  documents: Record<string, UploadClaim | undefined>;
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
  hostKept: false,
  hostName: '',
  hostMobile: '',
  period: null,
  purpose: '',
  reason: '',
  remark: '',
  invitation: null,
  noticeRead: false,
  consentIdentity: false,
  consentFace: false,
  documents: {},
});

export const hasPhoto = ({ applicant, companions }: Application): boolean =>
  [applicant, ...companions].some(({ photo }) => photo !== undefined);

export const isBlank = (person: Person): boolean =>
  !person.kept && !person.name && !person.documentNumber && !person.mobile;

/** How a person is shown to whoever filled in the form: typed data in full, kept data masked. */
export const shownPerson = ({ kept, name, documentKind, documentNumber, mobile }: Person) =>
  kept
    ? { ...kept, number: kept.documentMasked, mobile: mobile || (kept.mobileMasked ?? '') }
    : { name, documentKind, number: documentNumber, mobile };

/** The request as it crosses the wire; `pick` says whether the host was chosen from a list. */
export function toRequest(
  application: Application,
  pick: boolean,
  noticeVersion: string,
  askedDocuments: readonly string[] = [],
): RequestVisitInput {
  const { applicant, plate, remark, transport } = application;
  return {
    campusId: application.campusId,
    unitId: application.unit?.id ?? '',
    host:
      pick || application.hostKept
        ? { staffId: application.host?.id ?? '' }
        : { name: application.hostName.trim(), mobile: application.hostMobile.trim() },
    transport,
    ...(transport === 'car' && { plate }),
    period: application.period ?? { from: '', until: '' },
    purpose: application.purpose,
    reason: application.reason.trim(),
    ...(remark.trim() && { remark: remark.trim() }),
    ...(application.invitation && { invitation: application.invitation.token }),
    applicant: { ...personOf(applicant), mobile: applicant.mobile.trim(), organisation: applicant.organisation.trim() },
    companions: application.companions.map(personOf),
    noticeVersion,
    consentIdentity: application.consentIdentity,
    ...(hasPhoto(application) && { consentFace: application.consentFace }),
    ...documentsOf(application, askedDocuments),
    locale: locale.value,
  };
}

/** Of another purpose's documents, left behind by a change of mind, nothing is sent. */
function documentsOf({ documents }: Application, asked: readonly string[]): Pick<RequestVisitInput, 'documents'> {
  const sent = asked.flatMap((key) => {
    const claim = documents[key];
    return claim ? [{ key, id: claim.id, token: claim.token }] : [];
  });
  return sent.length ? { documents: sent } : {};
}

const personOf = ({ kept, name, documentKind, documentNumber, mobile, photo, under14, guardian }: Person) => ({
  ...(kept && { keep: kept.keep }),
  name: name.trim(),
  documentKind,
  documentNumber: documentNumber.trim(),
  ...(mobile.trim() && { mobile: mobile.trim() }),
  ...(photo && { photo: { id: photo.id, token: photo.token } }),
  ...(under14 && { under14 }),
  ...(guardian && {
    guardian: { ...guardian, name: guardian.name.trim(), mobile: guardian.mobile.trim() },
  }),
});
