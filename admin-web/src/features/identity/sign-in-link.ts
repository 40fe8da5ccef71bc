import { type SignInProvider } from '@gatehouse/contract';

const base = '/console';

/** Where to send the browser to sign in and come back. Only own paths are accepted as the way back. */
export function signInLink(provider: Pick<SignInProvider, 'url'>, next: unknown): string {
  const isOwnPath = typeof next === 'string' && /^\/(?![/\\])/.test(next);
  const joint = provider.url.includes('?') ? '&' : '?';
  return `${provider.url}${joint}next=${encodeURIComponent(base + (isOwnPath ? next : '/'))}`;
}

/** The provider to go straight to: the only one, when nobody has just been refused or has signed out. */
export function onlyWayIn(
  providers: readonly SignInProvider[],
  query: Record<string, unknown>,
): SignInProvider | undefined {
  const isOnPurpose = query.error !== undefined || query.signedOut !== undefined;
  const [only, ...others] = providers;
  return isOnPurpose || others.length > 0 || only?.key === 'dev' ? undefined : only;
}
