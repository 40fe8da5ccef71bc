import { SignedXml } from 'xml-crypto';
import { RefusedSignIn } from '../../application/refused-sign-in.js';
import { decodedMessage } from './encoded-message.js';
import { type SignedMessage } from './logout-message.js';
import { readSamlXml } from './saml-xml.js';
import { checkSignatureShapes, isSigned } from './signature-shape.js';

const LARGEST_MESSAGE = 64 * 1024;

/**
 * Reads a sign-out message of the POST binding (saml-bindings 3.5). The message must carry one signature of its whole self;
 * what is read on is the text that was signed, not the text that came.
 */
export function readSignedForm(form: Record<string, unknown>, certificates: readonly string[]): SignedMessage {
  const kinds = (['SAMLRequest', 'SAMLResponse'] as const).filter((name) => name in form);
  const [kind] = kinds;
  const relayState = form.RelayState ?? null;
  if (!kind || kinds.length !== 1 || (relayState !== null && typeof relayState !== 'string'))
    throw new RefusedSignIn('saml.logout-message');
  const xml = decodedMessage(form[kind], LARGEST_MESSAGE, 'saml.logout-message');
  const root = readSamlXml(xml);
  checkSignatureShapes(root, false);
  if (!isSigned(root)) throw new RefusedSignIn('saml.logout-unsigned');
  for (const certificate of certificates) {
    const signed = signedText(xml, certificate);
    if (signed !== null) return { kind, xml: signed, relayState };
  }
  throw new RefusedSignIn('saml.logout-signature');
}

/** The text that this certificate's key has signed, null when it has not. Keys inside the message count for nothing. */
function signedText(xml: string, certificate: string): string | null {
  const verifier = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  try {
    const signature = Array.from(readSamlXml(xml).childNodes).find(
      (node) => (node as Element).localName === 'Signature',
    );
    if (!signature) return null;
    verifier.loadSignature(signature);
    if (!verifier.checkSignature(xml)) return null;
    const [text, ...others] = verifier.getSignedReferences();
    return text !== undefined && others.length === 0 ? text : null;
  } catch {
    return null;
  }
}
