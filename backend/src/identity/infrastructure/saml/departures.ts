import { inflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { type Departure } from '../../application/saml-sign-on.js';
import { type SpKeys } from './sp-keys.js';

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/**
 * The message that the library wrote for a redirect, as a form for a provider that only takes those: the same text, signed
 * inside instead of in the address.
 */
export function asForm(redirect: string, location: string, keys: SpKeys): Departure {
  const { searchParams } = new URL(redirect);
  const kind = searchParams.has('SAMLRequest') ? 'SAMLRequest' : 'SAMLResponse';
  const xml = inflateRawSync(Buffer.from(searchParams.get(kind) ?? '', 'base64')).toString('utf8');
  const relayState = searchParams.get('RelayState');
  const message = Buffer.from(signed(xml, keys), 'utf8').toString('base64');
  return { url: location, fields: { [kind]: message, ...(relayState && { RelayState: relayState }) } };
}

function signed(xml: string, { privateKey }: SpKeys): string {
  const signer = new SignedXml({ privateKey, signatureAlgorithm: RSA_SHA256, canonicalizationAlgorithm: EXCLUSIVE });
  signer.addReference({ xpath: '/*', transforms: [ENVELOPED, EXCLUSIVE], digestAlgorithm: SHA256 });
  signer.computeSignature(xml, { location: { reference: "/*/*[local-name()='Issuer']", action: 'after' } });
  return signer.getSignedXml();
}
