import { type SignInProvider } from '@gatehouse/contract/identity';

/** Where to sign in, and back to the page that was asked for. */
export function signInAddress({ url }: SignInProvider, { pathname, search } = location): string {
  const query = new URLSearchParams(search);
  for (const own of ['signInError', 'ref', 'signedOut']) query.delete(own);
  const asked = query.toString();
  const next = pathname + (asked && `?${asked}`);
  return `${url}${url.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`;
}

/** The provider to go straight to: the only one, when nobody has just been refused or has signed out. */
export function onlyWayIn(providers: readonly SignInProvider[], search = location.search): SignInProvider | undefined {
  const query = new URLSearchParams(search);
  const isOnPurpose = query.has('signInError') || query.has('signedOut');
  const only = providers.length === 1 ? providers[0] : undefined;
  return isOnPurpose || only?.key === 'dev' ? undefined : only;
}

/** Why the last sign-in failed, as it stands in the address: a code of ours and a reference, nothing else. */
export function refusalIn(search = location.search): { code: string; reference: string } | null {
  const query = new URLSearchParams(search);
  const code = query.get('signInError') ?? '';
  const reference = query.get('ref') ?? '';
  if (!/^auth\.[a-z-]+$/.test(code)) return null;
  return { code, reference: /^[0-9a-f-]{36}$/.test(reference) ? reference : '-' };
}
