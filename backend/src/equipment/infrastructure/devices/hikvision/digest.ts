import { createHash } from 'node:crypto';

export type DigestAlgorithm = 'MD5' | 'SHA-256';

export interface DigestChallenge {
  realm: string;
  nonce: string;
  opaque: string | null;
  algorithm: DigestAlgorithm;
  hasQop: boolean;
}

/** The strongest challenge of a `WWW-Authenticate` header that we can answer (RFC 7616), null when there is none. */
export function readChallenge(header: string): DigestChallenge | null {
  const challenges = header.split(/(?=\bDigest\s)/i).flatMap((text) => {
    if (!/^Digest\s/i.test(text)) return [];
    const fields = parametersOf(text.slice(7));
    const algorithm = (fields.algorithm ?? 'MD5').toUpperCase();
    if (!fields.nonce || !fields.realm || (algorithm !== 'MD5' && algorithm !== 'SHA-256')) return [];
    const hasQop = (fields.qop ?? '').split(',').some((qop) => qop.trim() === 'auth');
    if (fields.qop && !hasQop) return [];
    return [{ realm: fields.realm, nonce: fields.nonce, opaque: fields.opaque ?? null, algorithm, hasQop } as const];
  });
  return challenges.find(({ algorithm }) => algorithm === 'SHA-256') ?? challenges[0] ?? null;
}

interface DigestRequest {
  user: string;
  password: string;
  method: string;
  uri: string;
  /** eight hexadecimal digits, counts the uses of the nonce */
  nc: string;
  cnonce: string;
}

export function digestResponse(challenge: DigestChallenge, request: DigestRequest): string {
  const { realm, nonce, algorithm, hasQop } = challenge;
  const { user, password, method, uri, nc, cnonce } = request;
  const hash = (text: string) =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const secret = hash(`${user}:${realm}:${password}`);
  const asked = hash(`${method}:${uri}`);
  return hash(hasQop ? `${secret}:${nonce}:${nc}:${cnonce}:auth:${asked}` : `${secret}:${nonce}:${asked}`);
}

/** The `Authorization` header that answers a challenge. */
export function digestHeader(challenge: DigestChallenge, request: DigestRequest): string {
  const { realm, nonce, opaque, algorithm, hasQop } = challenge;
  const quoted = (name: string, value: string) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`;
  return `Digest ${[
    quoted('username', request.user),
    quoted('realm', realm),
    quoted('nonce', nonce),
    quoted('uri', request.uri),
    `algorithm=${algorithm}`,
    quoted('response', digestResponse(challenge, request)),
    ...(hasQop ? ['qop=auth', `nc=${request.nc}`, quoted('cnonce', request.cnonce)] : []),
    ...(opaque === null ? [] : [quoted('opaque', opaque)]),
  ].join(', ')}`;
}

function parametersOf(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name = '', quoted, bare] of text.matchAll(/(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g))
    fields[name.toLowerCase()] = quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1');
  return fields;
}
