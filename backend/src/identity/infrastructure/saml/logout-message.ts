import { RefusedSignIn } from '../../application/refused-sign-in.js';
import { type LogoutMessage } from '../../application/saml-sign-on.js';
import { attributeOf, childrenOf, isNamed, ns, onlyChild, readSamlXml, textOf } from './saml-xml.js';

const CLOCK_SKEW = 60_000;
const OLDEST = 5 * 60_000;
const MOST_INDEXES = 50;

/** A message whose signature holds, however it came. */
export interface SignedMessage {
  kind: 'SAMLRequest' | 'SAMLResponse';
  xml: string;
  relayState: string | null;
}

export interface ExpectedLogout {
  idpEntityId: string;
  /** our single sign-out address */
  slo: string;
  now: Date;
}

/** Reads a sign-out message whose signature holds: from our provider, to us, of just now. */
export function readLogoutMessage({ kind, xml, relayState }: SignedMessage, expected: ExpectedLogout): LogoutMessage {
  const root = readSamlXml(xml);
  const name = kind === 'SAMLRequest' ? 'LogoutRequest' : 'LogoutResponse';
  if (!isNamed(root, ns.protocol, name)) throw new RefusedSignIn('saml.logout-message');
  const issuer = onlyChild(root, ns.assertion, 'Issuer', 'saml.logout-issuer');
  if (textOf(issuer) !== expected.idpEntityId) throw new RefusedSignIn('saml.logout-issuer');
  if (attributeOf(root, 'Destination') !== expected.slo) throw new RefusedSignIn('saml.logout-destination');
  checkTime(root, expected.now);
  if (kind === 'SAMLResponse')
    return { kind: 'response', requestId: attributeOf(root, 'InResponseTo') ?? '', relayState };
  const id = attributeOf(root, 'ID');
  const nameId = textOf(onlyChild(root, ns.assertion, 'NameID', 'saml.logout-name-id'));
  const indexes = childrenOf(root, ns.protocol, 'SessionIndex').map(textOf);
  if (!id || nameId === '' || indexes.length > MOST_INDEXES) throw new RefusedSignIn('saml.logout-message');
  return { kind: 'request', id, nameId, indexes, relayState };
}

function checkTime(message: Element, now: Date): void {
  const issued = Date.parse(attributeOf(message, 'IssueInstant') ?? '');
  const until = attributeOf(message, 'NotOnOrAfter');
  const age = now.getTime() - issued;
  const isOver = until !== null && !(now.getTime() - CLOCK_SKEW < Date.parse(until));
  if (!(age > -CLOCK_SKEW && age < OLDEST + CLOCK_SKEW) || isOver) throw new RefusedSignIn('saml.logout-time');
}
