import { generateServiceProviderMetadata } from '@node-saml/passport-saml';
import { type SpKeys } from './sp-keys.js';

const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

/** Our metadata. The library announces sign-out by POST although it answers redirects: we take redirects only. */
export function spMetadata(
  addresses: { entityId: string; acs: string; slo: string },
  keys: SpKeys,
  nameIdFormat: string | null,
): string {
  const xml = generateServiceProviderMetadata({
    issuer: addresses.entityId,
    callbackUrl: addresses.acs,
    logoutCallbackUrl: addresses.slo,
    privateKey: keys.privateKey,
    publicCerts: keys.certificate,
    decryptionPvk: keys.privateKey,
    decryptionCert: keys.certificate,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    wantAssertionsSigned: true,
    identifierFormat: nameIdFormat,
    generateUniqueId: () => '_gatehouse-metadata',
  });
  return xml.replace(
    /(<SingleLogoutService\b[^>]*Binding=")([^"]+)(")/,
    (_all, before: string, binding: string, after: string) =>
      [before, binding === POST ? REDIRECT : binding, after].join(''),
  );
}
