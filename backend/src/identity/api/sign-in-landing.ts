import { type ErrorCode } from '@gatehouse/contract';
import { ownPath } from './own-path.js';

const CONSOLE = '/console';
const HOST = '/host/';

/**
 * Where a sign-in that failed comes out: the sign-in page of the app that was asked for, with the code, a reference for
 * the help desk, and the way on kept.
 */
export function failedSignInPath(next: string, code: ErrorCode, reference: string): string {
  const page = ownPath(next);
  if (page === CONSOLE || page.startsWith(`${CONSOLE}/`)) {
    const query = new URLSearchParams({ error: code, ref: reference, next: page.slice(CONSOLE.length) || '/' });
    return `${CONSOLE}/login?${query.toString()}`;
  }
  const url = new URL(page.startsWith(HOST) ? page : HOST, 'http://own.invalid');
  url.searchParams.set('signInError', code);
  url.searchParams.set('ref', reference);
  return `${url.pathname}${url.search}`;
}
