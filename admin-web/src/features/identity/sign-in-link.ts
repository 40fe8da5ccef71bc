import { type SignInProvider } from '@gatehouse/contract';

const base = '/console';

/** Where to send the browser to sign in and come back. Only own paths are accepted as the way back. */
export function signInLink(provider: Pick<SignInProvider, 'url'>, next: unknown): string {
  const isOwnPath = typeof next === 'string' && /^\/(?![/\\])/.test(next);
  const joint = provider.url.includes('?') ? '&' : '?';
  return `${provider.url}${joint}next=${encodeURIComponent(base + (isOwnPath ? next : '/'))}`;
}
