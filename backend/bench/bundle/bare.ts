import { createCipheriv, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { type BundleContent, type SignedBundle } from '@gatehouse/contract';

/** The work that no bundle can do without, on plaintexts as long as the real ones; keys and facts lie ready. */
export function bareBundle(real: SignedBundle, passes: number): { makeMs: number; checkMs: number } {
  const content = JSON.parse(real.content) as BundleContent;
  const plain = content.passes.map(([, , sealed]) => randomBytes(Buffer.from(sealed ?? '', 'base64url').length - 28));
  const keys = plain.map(() => randomBytes(32));
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  let began = performance.now();
  const sealed = plain.map((bytes, at) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keys[at] ?? iv, iv);
    return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  });
  const passRows = content.passes.map(([lookup, version], at) => [lookup, version, sealed[at] ?? '']);
  const text = JSON.stringify({ ...content, passes: passRows });
  const signature = sign('sha256', Buffer.from(text), pair.privateKey);
  const makeMs = performance.now() - began;

  began = performance.now();
  const isGood = verify('sha256', Buffer.from(text), pair.publicKey, signature);
  const { passes: rows } = JSON.parse(text) as BundleContent;
  const checkMs = performance.now() - began;
  if (!isGood || rows.length !== passes) throw new Error('the bare work went wrong');
  return { makeMs, checkMs };
}
