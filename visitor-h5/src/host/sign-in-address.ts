import { type SignInProvider } from '@gatehouse/contract/identity';

/** Where to sign in, and back to the page that was asked for. */
export function signInAddress({ url }: SignInProvider, { pathname, search } = location): string {
  return `${url}${url.includes('?') ? '&' : '?'}next=${encodeURIComponent(pathname + search)}`;
}
