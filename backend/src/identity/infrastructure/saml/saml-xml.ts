import { DOMParser } from '@xmldom/xmldom';
import { RefusedSignIn } from '../../application/refused-sign-in.js';

export const ns = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

/**
 * Reads a message with the parser that also verifies its signatures, so that both see the same document. Refuses what is
 * not well-formed, and any DOCTYPE or entity before it is parsed at all.
 */
export function readSamlXml(xml: string): Element {
  if (/<!\s*(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(xml)) throw new RefusedSignIn('saml.doctype');
  const fail = () => {
    throw new RefusedSignIn('saml.not-xml');
  };
  const errorHandler = { warning: fail, error: fail, fatalError: fail };
  let root: Element | null;
  try {
    root = new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml').documentElement;
  } catch {
    throw new RefusedSignIn('saml.not-xml');
  }
  if (!root) throw new RefusedSignIn('saml.not-xml');
  return root;
}

/** Child elements, of one name if asked. */
export function childrenOf(element: Element, namespace?: string, name?: string): Element[] {
  return Array.from(element.childNodes)
    .filter((node): node is Element => node.nodeType === 1)
    .filter((child) => !name || (child.localName === name && child.namespaceURI === namespace));
}

/** This element and everything below it, in document order. */
export const everyElement = (element: Element): Element[] => [element, ...childrenOf(element).flatMap(everyElement)];

export const isNamed = (element: Element, namespace: string, name: string): boolean =>
  element.localName === name && element.namespaceURI === namespace;

/** The only child of this name; refuses none and several. */
export function onlyChild(element: Element, namespace: string, name: string, reason: string): Element {
  const [child, ...others] = childrenOf(element, namespace, name);
  if (!child || others.length > 0) throw new RefusedSignIn(reason);
  return child;
}

/** Attribute as written; null when absent. */
export const attributeOf = (element: Element, name: string): string | null =>
  element.hasAttribute(name) ? element.getAttribute(name) : null;

/** All text inside; comments split nodes but never the value. */
export const textOf = (element: Element): string => (element.textContent ?? '').trim();
