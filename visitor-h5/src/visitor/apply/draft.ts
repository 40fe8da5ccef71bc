import { recall, remember } from '../../shared/storage.ts';
import { emptyApplication, isBlank, type Application } from './application.ts';
import { DRAFT, DRAFT_KEY, keptDraft, type Draft } from './kept-draft.ts';

const withheld = { documentNumber: '', photo: undefined, guardian: undefined };

/** The draft on the phone holds no document number, no upload and no consent: those are given anew. */
function withoutSecrets(application: Application): Application {
  const { applicant, companions } = application;
  return {
    ...application,
    applicant: { ...applicant, ...withheld },
    companions: companions.map((companion) => ({ ...companion, ...withheld })),
    invitation: null,
    noticeRead: false,
    consentIdentity: false,
    consentFace: false,
    documents: {},
  };
}

export function saveDraft(application: Application, now: number): void {
  const draft: Draft = { savedAt: now, application: withoutSecrets(application) };
  remember(DRAFT, JSON.stringify(draft));
}

export function loadDraft(now: number): Application | null {
  const draft = keptDraft(now);
  return draft && { ...emptyApplication(), ...draft.application };
}

export const rememberKey = (key: string): void => remember(DRAFT_KEY, key);
export const recallKey = (): string | null => recall(DRAFT_KEY);

/** Whether anything was typed that is worth keeping. */
export function isWorthKeeping({ applicant, companions, plate, reason, unit }: Application): boolean {
  const typed = applicant.name + applicant.mobile + applicant.organisation + plate + reason;
  return (
    typed !== '' || unit !== null || applicant.kept !== undefined || companions.some((companion) => !isBlank(companion))
  );
}
