import { recall, remember } from '../../shared/storage.ts';
import { emptyApplication, isBlank, type Application } from './application.ts';

const NAME = 'application';
const KEPT_FOR = 7 * 86_400_000;

interface Draft {
  savedAt: number;
  application: Application;
}

/** The draft on the phone holds no document number and no consent: those are given anew. */
function withoutSecrets(application: Application): Application {
  const { applicant, companions } = application;
  return {
    ...application,
    applicant: { ...applicant, documentNumber: '' },
    companions: companions.map((companion) => ({ ...companion, documentNumber: '' })),
    noticeRead: false,
    consentIdentity: false,
  };
}

export function saveDraft(application: Application, now: number): void {
  const draft: Draft = { savedAt: now, application: withoutSecrets(application) };
  remember(NAME, JSON.stringify(draft));
}

export function loadDraft(now: number): Application | null {
  const text = recall(NAME);
  if (!text) return null;
  const { savedAt, application } = JSON.parse(text) as Draft;
  if (now - savedAt > KEPT_FOR) {
    dropDraft();
    return null;
  }
  return { ...emptyApplication(), ...application };
}

export function dropDraft(): void {
  remember(NAME, null);
  remember(`${NAME}-key`, null);
}

export const rememberKey = (key: string): void => remember(`${NAME}-key`, key);
export const recallKey = (): string | null => recall(`${NAME}-key`);

/** Whether anything was typed that is worth keeping. */
export function isWorthKeeping({ applicant, companions, plate, reason, unit }: Application): boolean {
  const typed = applicant.name + applicant.mobile + applicant.organisation + plate + reason;
  return typed !== '' || unit !== null || companions.some((companion) => !isBlank(companion));
}
