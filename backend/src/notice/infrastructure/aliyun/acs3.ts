import { createHash, createHmac } from 'node:crypto';

/** A call of an Aliyun RPC-style API: everything in the query, the body empty. */
export interface AcsCall {
  url: string;
  action: string;
  /** version of the API, such as `2017-05-25` */
  version: string;
  query: Record<string, string>;
  /** `YYYY-MM-DDThh:mm:ssZ` */
  date: string;
  /** never used twice */
  nonce: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** RFC 3986: the four characters that encodeURIComponent leaves alone are encoded too. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Address and headers of a signed POST, after Aliyun's "V3 request body & signature mechanism" (ACS3-HMAC-SHA256): the
 * canonical request is method, path, sorted query, signed headers, their names and the hash of the (empty) body.
 */
export function signedCall(call: AcsCall, keyId: string, secret: string) {
  const address = new URL('/', call.url);
  const query = Object.entries(call.query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const body = sha256('');
  const headers: Record<string, string> = {
    host: address.host,
    'x-acs-action': call.action,
    'x-acs-content-sha256': body,
    'x-acs-date': call.date,
    'x-acs-signature-nonce': call.nonce,
    'x-acs-version': call.version,
  };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = ['POST', '/', query, lines.join(''), names, body].join('\n');
  const signature = createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names},Signature=${signature}`;
  return { address: `${address.origin}/?${query}`, headers: { ...headers, authorization } };
}
