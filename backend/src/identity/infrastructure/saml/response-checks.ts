import { RefusedSignIn } from '../../application/refused-sign-in.js';
import { attributeOf, childrenOf, everyElement, isNamed, ns, onlyChild, readSamlXml, textOf } from './saml-xml.js';
import { checkSignatureShapes, isSigned } from './signature-shape.js';

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const CLOCK_SKEW = 60_000;
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/** What a response must say to be meant for us. */
export interface Expected {
  acs: string;
  idpEntityId: string;
  allowSha1: boolean;
  requireEncryption: boolean;
}

export interface AssertionFacts {
  assertionId: string;
  sessionIndex: string | null;
}

/**
 * Looks at the whole response before any signature is computed. Answers the id of the request it claims to answer. The
 * library verifies the signature of this very document afterwards, so what is read here is what was signed.
 */
export function checkResponse(xml: string, expected: Expected): string {
  const response = readSamlXml(xml);
  if (!isNamed(response, ns.protocol, 'Response')) throw new RefusedSignIn('saml.no-response');
  checkOneAssertion(response, expected.requireEncryption);
  checkSignatureShapes(response, expected.allowSha1);
  if (!isSigned(response)) throw new RefusedSignIn('saml.response-unsigned');
  if (attributeOf(response, 'Destination') !== expected.acs) throw new RefusedSignIn('saml.destination');
  checkIssuer(response, expected.idpEntityId, 'saml.response-issuer');
  const requestId = attributeOf(response, 'InResponseTo');
  if (!requestId) throw new RefusedSignIn('saml.unsolicited');
  return requestId;
}

/** A failure is told as such before a missing assertion is: providers answer so when somebody cancels. */
function checkOneAssertion(response: Element, requireEncryption: boolean): void {
  const status = onlyChild(response, ns.protocol, 'Status', 'saml.status');
  const code = onlyChild(status, ns.protocol, 'StatusCode', 'saml.status');
  if (attributeOf(code, 'Value') !== SUCCESS) throw new RefusedSignIn('saml.status');
  const plain = childrenOf(response, ns.assertion, 'Assertion');
  const encrypted = childrenOf(response, ns.assertion, 'EncryptedAssertion');
  const anywhere = everyElement(response).filter(({ localName }) => /^(Encrypted)?Assertion$/.test(localName));
  if (plain.length + encrypted.length !== 1 || anywhere.length !== 1) throw new RefusedSignIn('saml.assertion-count');
  if (everyElement(response).filter(({ localName }) => localName === 'Response').length !== 1)
    throw new RefusedSignIn('saml.response-count');
  if (requireEncryption && encrypted.length !== 1) throw new RefusedSignIn('saml.not-encrypted');
}

/**
 * Looks at the assertion as the library has verified and, if need be, decrypted it. Audience and signature are checked
 * there; here is what it leaves open, and the times once more by the clock of the house.
 */
export function checkAssertion(xml: string, requestId: string, expected: Expected, now: Date): AssertionFacts {
  const assertion = readSamlXml(xml);
  checkSignatureShapes(assertion, expected.allowSha1);
  if (!isSigned(assertion)) throw new RefusedSignIn('saml.assertion-unsigned');
  checkIssuer(assertion, expected.idpEntityId, 'saml.assertion-issuer');
  checkTimes(onlyChild(assertion, ns.assertion, 'Conditions', 'saml.conditions'), now);
  const subject = onlyChild(assertion, ns.assertion, 'Subject', 'saml.subject');
  if (textOf(onlyChild(subject, ns.assertion, 'NameID', 'saml.name-id')) === '')
    throw new RefusedSignIn('saml.name-id');
  checkConfirmation(subject, requestId, expected.acs, now);
  const statement = onlyChild(assertion, ns.assertion, 'AuthnStatement', 'saml.authn-statement');
  const assertionId = attributeOf(assertion, 'ID');
  if (!assertionId) throw new RefusedSignIn('saml.assertion-id');
  return { assertionId, sessionIndex: attributeOf(statement, 'SessionIndex') };
}

/** Exactly one confirmation, of a bearer, to us, with an end, answering this request. */
function checkConfirmation(subject: Element, requestId: string, acs: string, now: Date): void {
  const confirmation = onlyChild(subject, ns.assertion, 'SubjectConfirmation', 'saml.confirmation');
  if (attributeOf(confirmation, 'Method') !== BEARER) throw new RefusedSignIn('saml.confirmation');
  const data = onlyChild(confirmation, ns.assertion, 'SubjectConfirmationData', 'saml.confirmation');
  if (attributeOf(data, 'Recipient') !== acs) throw new RefusedSignIn('saml.recipient');
  if (!attributeOf(data, 'NotOnOrAfter')) throw new RefusedSignIn('saml.confirmation');
  checkTimes(data, now);
  if (attributeOf(data, 'InResponseTo') !== requestId) throw new RefusedSignIn('saml.in-response-to');
}

function checkTimes(element: Element, now: Date): void {
  const from = attributeOf(element, 'NotBefore');
  const until = attributeOf(element, 'NotOnOrAfter');
  const isEarly = from !== null && !(now.getTime() + CLOCK_SKEW >= Date.parse(from));
  const isLate = until !== null && !(now.getTime() - CLOCK_SKEW < Date.parse(until));
  if (isEarly || isLate) throw new RefusedSignIn('saml.time');
}

function checkIssuer(element: Element, entityId: string, reason: string): void {
  if (textOf(onlyChild(element, ns.assertion, 'Issuer', reason)) !== entityId) throw new RefusedSignIn(reason);
}
