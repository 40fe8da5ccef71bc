import { createVerify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { RefusedSignIn } from '../../application/refused-sign-in.js';
import { type SignedMessage } from './logout-message.js';

const names = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature'];
const hashes: Record<string, string> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'RSA-SHA256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': 'RSA-SHA384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'RSA-SHA512',
};
const LARGEST_QUERY = 16 * 1024;
const LARGEST_MESSAGE = 64 * 1024;

/**
 * Reads a message of the redirect binding from the query exactly as it stands in the address (saml-bindings 3.4.4.1). The
 * signature is over raw text, so nothing may have two readings: every name is one of five, written plainly, and stands
 * once; signature and algorithm are needed. Anything else is refused, also names that would do no harm.
 */
export function readSignedQuery(rawQuery: string, certificates: readonly string[]): SignedMessage {
  const raw = plainParameters(rawQuery);
  const kinds = (['SAMLRequest', 'SAMLResponse'] as const).filter((name) => raw.has(name));
  const [kind] = kinds;
  if (!kind || kinds.length !== 1) throw new RefusedSignIn('saml.logout-message');
  const hash = hashes[decoded(raw, 'SigAlg') ?? ''];
  const signature = decoded(raw, 'Signature');
  if (!hash || !signature) throw new RefusedSignIn('saml.logout-unsigned');
  const signed = [kind, 'RelayState', 'SigAlg']
    .filter((name) => raw.has(name))
    .map((name) => `${name}=${raw.get(name) ?? ''}`)
    .join('&');
  const holds = certificates.some((certificate) => isSignedBy(certificate, hash, signed, signature));
  if (!holds) throw new RefusedSignIn('saml.logout-signature');
  return { kind, xml: inflated(decoded(raw, kind) ?? ''), relayState: decoded(raw, 'RelayState') };
}

/** Parameters as written, by name. */
export function plainParameters(rawQuery: string): Map<string, string> {
  if (rawQuery.length > LARGEST_QUERY) throw new RefusedSignIn('saml.logout-query');
  const found = new Map<string, string>();
  for (const part of rawQuery.split('&')) {
    const cut = part.indexOf('=');
    const name = part.slice(0, Math.max(cut, 0));
    if (!names.includes(name) || found.has(name)) throw new RefusedSignIn('saml.logout-query');
    found.set(name, part.slice(cut + 1));
  }
  return found;
}

function decoded(raw: ReadonlyMap<string, string>, name: string): string | null {
  const value = raw.get(name);
  if (value === undefined) return null;
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    throw new RefusedSignIn('saml.logout-query');
  }
}

function isSignedBy(certificate: string, hash: string, signed: string, signature: string): boolean {
  try {
    return createVerify(hash).update(signed).verify(certificate, signature, 'base64');
  } catch {
    return false;
  }
}

function inflated(base64: string): string {
  try {
    return inflateRawSync(Buffer.from(base64, 'base64'), { maxOutputLength: LARGEST_MESSAGE }).toString('utf8');
  } catch {
    throw new RefusedSignIn('saml.logout-message');
  }
}
