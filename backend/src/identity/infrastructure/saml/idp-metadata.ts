import { X509Certificate } from 'node:crypto';
import { RefusedSignIn } from '../../application/refused-sign-in.js';
import { attributeOf, childrenOf, everyElement, isNamed, ns, readSamlXml, textOf } from './saml-xml.js';

/** How browsers carry messages, the one that is taken first where a provider offers both. */
const bindings = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
} as const;

/** Where the provider takes messages of one kind. */
export interface IdpEndpoint {
  binding: keyof typeof bindings;
  location: string;
  /** where it takes the answers to its own messages */
  response: string;
}

/** What we need to know of an identity provider. */
export interface IdpMetadata {
  entityId: string;
  signOn: IdpEndpoint;
  signOut: IdpEndpoint | null;
  /** PEM, several while keys roll over */
  certificates: string[];
  /** when the first of them ends */
  certificatesUntil: Date;
}

/**
 * Reads metadata of one provider, or of a federation of which `entityId` names one. Refuses metadata that have expired or
 * that leave out what is needed.
 */
export function readIdpMetadata(xml: string, entityId: string | null, now: Date): IdpMetadata {
  const root = readSamlXml(xml);
  const providers = everyElement(root)
    .filter((element) => isNamed(element, ns.metadata, 'EntityDescriptor'))
    .filter((element) => childrenOf(element, ns.metadata, 'IDPSSODescriptor').length === 1)
    .filter((element) => entityId === null || attributeOf(element, 'entityID') === entityId);
  const [entity, ...others] = providers;
  if (!entity) throw new RefusedSignIn('saml.metadata-no-provider');
  if (others.length > 0) throw new RefusedSignIn('saml.metadata-several-providers');
  const [descriptor] = childrenOf(entity, ns.metadata, 'IDPSSODescriptor');
  const id = attributeOf(entity, 'entityID');
  if (!descriptor || !id) throw new RefusedSignIn('saml.metadata-no-provider');
  for (const part of [root, entity, descriptor]) checkStillValid(part, now);
  const signOn = endpoint(descriptor, 'SingleSignOnService');
  if (!signOn) throw new RefusedSignIn('saml.metadata-no-address');
  const certificates = signingCertificates(descriptor);
  if (certificates.length === 0) throw new RefusedSignIn('saml.metadata-no-certificate');
  return {
    entityId: id,
    signOn,
    signOut: endpoint(descriptor, 'SingleLogoutService'),
    certificates: certificates.map((certificate) => certificate.toString()),
    certificatesUntil: new Date(Math.min(...certificates.map(({ validTo }) => Date.parse(validTo)))),
  };
}

function checkStillValid(element: Element, now: Date): void {
  const until = attributeOf(element, 'validUntil');
  if (until && !(Date.parse(until) > now.getTime())) throw new RefusedSignIn('saml.metadata-expired');
}

function endpoint(descriptor: Element, name: string): IdpEndpoint | null {
  const offered = childrenOf(descriptor, ns.metadata, name);
  for (const binding of ['redirect', 'post'] as const)
    for (const one of offered.filter((service) => attributeOf(service, 'Binding') === bindings[binding])) {
      const location = webAddress(attributeOf(one, 'Location'));
      const response = webAddress(attributeOf(one, 'ResponseLocation')) ?? location;
      if (location && response) return { binding, location, response };
    }
  return null;
}

const webAddress = (text: string | null): string | null =>
  text && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null;

/** A key without a use serves both signing and encryption. */
function signingCertificates(descriptor: Element): X509Certificate[] {
  const keys = childrenOf(descriptor, ns.metadata, 'KeyDescriptor').filter(
    (key) => (attributeOf(key, 'use') ?? 'signing') === 'signing',
  );
  const texts = keys
    .flatMap(everyElement)
    .filter((element) => isNamed(element, ns.signature, 'X509Certificate'))
    .map((element) => textOf(element).replace(/\s+/g, ''));
  try {
    return [...new Set(texts)].map((text) => new X509Certificate(Buffer.from(text, 'base64')));
  } catch {
    throw new RefusedSignIn('saml.metadata-certificate');
  }
}
