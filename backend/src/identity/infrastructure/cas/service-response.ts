import { ProviderUnreachable, RefusedSignIn } from '../../application/refused-sign-in.js';
import { type Proof } from '../../domain/attribute-mapping.js';
import { childrenOf, readXml, type XmlElement } from './xml.js';

const MOST_ATTRIBUTES = 200;
const LONGEST_USER = 256;

/**
 * Reads the answer to a validation (CAS 3.0.3, 2.5 and appendix A). Strict where it decides who somebody is: one document,
 * one outcome, one `user` that is plain text. Tolerant in the rest: any prefix, attributes as child elements or as
 * `attribute` with name and value, several values, empty ones.
 */
export function readServiceResponse(text: string): Proof {
  const root = readXml(text);
  if (root?.name !== 'serviceResponse') throw new ProviderUnreachable('cas.not-an-answer');
  const successes = childrenOf(root, 'authenticationSuccess');
  const failures = childrenOf(root, 'authenticationFailure');
  const [success] = successes;
  if (successes.length + failures.length !== 1) throw new RefusedSignIn('cas.ambiguous');
  if (!success) throw new RefusedSignIn(failureReason(failures[0]));
  // A proxied ticket says that another service acts for the person; nobody agreed to that here.
  if (childrenOf(success, 'proxies').length > 0) throw new RefusedSignIn('cas.proxied');
  return { user: userOf(success), attributes: attributesOf(success) };
}

/** Two users, or one with markup inside, is what an attribute that was not escaped looks like. */
function userOf(success: XmlElement): string {
  const [user, ...others] = childrenOf(success, 'user');
  if (!user || others.length > 0 || user.children.length > 0) throw new RefusedSignIn('cas.user');
  if (user.text === '' || user.text.length > LONGEST_USER || /\p{Cc}/u.test(user.text))
    throw new RefusedSignIn('cas.user');
  return user.text;
}

function attributesOf(success: XmlElement): Record<string, string[]> {
  const boxes = childrenOf(success, 'attributes');
  const named = [...boxes.flatMap(({ children }) => children), ...childrenOf(success, 'attribute')];
  const found = new Map<string, Set<string>>();
  for (const [name, value] of named.slice(0, MOST_ATTRIBUTES).flatMap(attributeOf))
    found.set(name, (found.get(name) ?? new Set()).add(value));
  return Object.fromEntries([...found].map(([name, values]) => [name, [...values]]));
}

function attributeOf(element: XmlElement): [string, string][] {
  const name = element.attributes.get('name')?.trim();
  const isPair = element.name === 'attribute' && name !== undefined;
  const value = (isPair ? (element.attributes.get('value') ?? element.text) : element.text).trim();
  if (element.children.length > 0 || value === '') return [];
  return [[isPair ? name : element.name, value]];
}

/** The code is one of the specification's or the vendor's; anything that does not look like a code stays out of the log. */
function failureReason(failure: XmlElement | undefined): string {
  const code = failure?.attributes.get('code') ?? '';
  return /^[A-Z][A-Z_]{1,40}$/.test(code) ? `cas.${code.toLowerCase().replaceAll('_', '-')}` : 'cas.failure';
}
