import { generateServiceProviderMetadata } from '@node-saml/passport-saml';
import { type SpKeys } from './sp-keys.js';

const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

/** Our metadata. The library announces sign-out by POST alone: redirects are taken too, and liked better. */
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
    /<SingleLogoutService\b[^>]*\bBinding="[^"]+"[^>]*\/>/,
    (post) => `${post.replace(POST, REDIRECT)}${post}`,
  );
}
