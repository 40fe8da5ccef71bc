import { t } from './words.ts';

/** What a refused sign-in means for the person, and what to do. */
export function refusalText(code: string): string {
  switch (code) {
    case 'auth.staff-unknown':
      return t('host.refusedUnknown');
    case 'auth.staff-left':
      return t('host.refusedLeft');
    case 'auth.staff-kind-not-allowed':
      return t('host.refusedKind');
    case 'auth.sign-in-lost':
      return t('host.refusedLost');
    case 'auth.provider-unreachable':
      return t('host.refusedUnreachable');
    default:
      return t('host.refusedPlain');
  }
}
