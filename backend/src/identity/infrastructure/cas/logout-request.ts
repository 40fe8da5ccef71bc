import { childrenOf, readXml } from './xml.js';
import { readTicket } from './ticket.js';

const LARGEST = 64 * 1024;

/**
 * The ticket that a single sign-out names (CAS 3.0.3, appendix C). The request is not signed: the ticket, which only the
 * provider and we have seen, is the secret. Null for everything that names no ticket.
 */
export function endedTicket(logoutRequest: unknown): string | null {
  if (typeof logoutRequest !== 'string' || logoutRequest.length > LARGEST) return null;
  const root = readXml(logoutRequest);
  if (root?.name !== 'LogoutRequest') return null;
  const [index, ...others] = childrenOf(root, 'SessionIndex');
  return index && others.length === 0 && index.children.length === 0 ? readTicket(index.text) : null;
}
