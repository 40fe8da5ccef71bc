import { checkIdentityDocument, isUnder14 } from '@gatehouse/contract/rules/identity-document';
import { serverNow } from '../../../shared/clock.ts';
import { type Person } from '../application.ts';

/** Whether the typed document says that a guardian is needed, says that none is, or says nothing. */
export function ageOf({ documentKind, documentNumber, kept }: Person, now = serverNow()): 'child' | 'grown' | 'untold' {
  if (kept) return 'untold';
  const document = checkIdentityDocument(documentKind, documentNumber, now);
  if (document.ok && document.birth) return isUnder14(document.birth, now) ? 'child' : 'grown';
  return ['PRC_ID', 'HKMOTW_RESIDENCE', 'FOREIGN_PR'].includes(documentKind) ? 'grown' : 'untold';
}
