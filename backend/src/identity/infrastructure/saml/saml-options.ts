import { type CacheProvider, type SamlConfig, ValidateInResponseTo } from '@node-saml/passport-saml';
import { type SamlProvider } from '../../application/saml-sign-on.js';
import { type IdpMetadata } from './idp-metadata.js';
import { type SpKeys } from './sp-keys.js';

export interface SamlParties {
  provider: SamlProvider;
  idp: IdpMetadata;
  keys: SpKeys;
  addresses: { entityId: string; acs: string; slo: string };
  cacheProvider: CacheProvider;
}

const FIVE_MINUTES = 300_000;
const ONE_MINUTE = 60_000;

/**
 * The one set of options this product uses. Everything that protects is written down, also where it is the library's
 * default today: a default can change. Nothing of it can be set from outside but the two switches of the provider.
 */
export const samlOptions = ({ provider, idp, keys, addresses, cacheProvider }: SamlParties): SamlConfig => ({
  // who is who
  issuer: addresses.entityId,
  audience: addresses.entityId,
  callbackUrl: addresses.acs,
  logoutCallbackUrl: addresses.slo,
  idpIssuer: idp.entityId,
  idpCert: idp.certificates,
  entryPoint: idp.signOn.location,
  logoutUrl: idp.signOut?.location ?? idp.signOn.location,
  // both signed, every response asked for, none too old
  wantAuthnResponseSigned: true,
  wantAssertionsSigned: true,
  validateInResponseTo: ValidateInResponseTo.always,
  cacheProvider,
  requestIdExpirationPeriodMs: FIVE_MINUTES,
  acceptedClockSkewMs: ONE_MINUTE,
  maxAssertionAgeMs: FIVE_MINUTES,
  // our own signatures, and the key for encrypted assertions
  privateKey: keys.privateKey,
  publicCert: keys.certificate,
  decryptionPvk: keys.privateKey,
  signatureAlgorithm: 'sha256',
  digestAlgorithm: 'sha256',
  // what is asked for
  // what a provider wants as a form is made from the redirect (departures.ts)
  authnRequestBinding: 'HTTP-Redirect',
  skipRequestCompression: false,
  disableRequestedAuthnContext: true,
  identifierFormat: provider.settings.nameIdFormat,
  passive: false,
});
