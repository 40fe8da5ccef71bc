import { ProviderUnreachable } from '../../application/refused-sign-in.js';

/** Declared by servers that write UTF-8 all the same (seen with Chinese names). */
const LATIN = /^(iso-?8859-?1|latin-?1|windows-1252|us-ascii|ascii)$/i;

/**
 * Text of an answer: charset of the header, else of the XML declaration, else UTF-8. Bytes that do not fit are a failure,
 * never a replacement sign: a name with holes could be somebody else's.
 */
export function decodeAnswer(bytes: Uint8Array, contentType: string): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared =
    /;\s*charset=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1] ??
    /^\s*<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(head)?.[1] ??
    'utf-8';
  try {
    return new TextDecoder(LATIN.test(declared) ? 'utf-8' : declared, { fatal: true }).decode(bytes);
  } catch {
    throw new ProviderUnreachable('cas.charset');
  }
}
