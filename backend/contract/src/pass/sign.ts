import { certificateBody, certificateMessage, type Certificate } from './certificate.js';
import { concat } from './bytes.js';
import { formatLong, formatShort, longMessage, shortMessage } from './pass-format.js';
import { toLowS, type Signer } from './p256.js';
import { counterAt } from './window.js';

/**
 * The short code for one moment; it stays valid for its window and one to each side.
 * @param unixSeconds the phone's clock corrected by its known offset to the server
 * @param sign signs with the phone's key
 */
export async function signShort(pass: { secret: Uint8Array; unixSeconds: number; sign: Signer }): Promise<string> {
  const { secret } = pass;
  const counter = counterAt(pass.unixSeconds);
  const signature = toLowS(await pass.sign(shortMessage(secret, counter)));
  return formatShort({ secret, counter16: counter % 0x10000, signature });
}

/**
 * The long code for one moment.
 * @param certificate as `issueCertificate` made it, 128 bytes
 * @param sign signs with the phone's key, the one the certificate names
 */
export async function signLong(pass: { certificate: Uint8Array; unixSeconds: number; sign: Signer }): Promise<string> {
  const { certificate } = pass;
  const counter = counterAt(pass.unixSeconds);
  const signature = toLowS(await pass.sign(longMessage(certificate, counter)));
  return formatLong({ certificateBytes: certificate, counter, signature });
}

/** The signed certificate, 128 bytes. Throws RangeError for fields that do not fit; `sign` uses the issuer's key. */
export async function issueCertificate(certificate: Certificate, sign: Signer): Promise<Uint8Array> {
  const body = certificateBody(certificate);
  return concat(body, toLowS(await sign(certificateMessage(body))));
}
