import { createSign, type KeyObject, randomBytes } from 'node:crypto';

/** DER (X.690): tag, length, content. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts);
const SHA256_WITH_RSA = sequence(Buffer.from('06092a864886f70d01010b', 'hex'), Buffer.from('0500', 'hex'));
const COMMON_NAME = Buffer.from('0603550403', 'hex');

const nameOf = (commonName: string): Buffer =>
  sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(commonName, 'utf8')))));
/** UTCTime, for years before 2050 */
const time = (at: Date): Buffer =>
  der(0x17, Buffer.from(at.toISOString().replace(/[-:T]/g, '').slice(2, 14) + 'Z', 'ascii'));
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content);

/**
 * A self-signed X.509 certificate (RFC 5280) around an RSA key, as PEM. In SAML a certificate is only the envelope of a
 * public key: who trusts it has fetched it from our metadata.
 */
export function selfSigned(
  keys: { privateKey: KeyObject; publicKey: KeyObject },
  commonName: string,
  [from, until]: [Date, Date],
): string {
  const serial = Buffer.from(randomBytes(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x01;
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    SHA256_WITH_RSA,
    nameOf(commonName),
    sequence(time(from), time(until)),
    nameOf(commonName),
    keys.publicKey.export({ format: 'der', type: 'spki' }),
  );
  const signature = createSign('RSA-SHA256').update(content).sign(keys.privateKey);
  const body = sequence(content, SHA256_WITH_RSA, bits(signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, '$&\n').trim()}\n-----END CERTIFICATE-----\n`;
}
