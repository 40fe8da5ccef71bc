import { RefusedSignIn } from '../../application/refused-sign-in.js';
import { attributeOf, childrenOf, everyElement, isNamed, ns, onlyChild } from './saml-xml.js';

/** What may carry a signature besides an assertion. */
const messages = ['Response', 'LogoutRequest', 'LogoutResponse'];
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const transforms = ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', EXCLUSIVE];
const strongSignatures = /^http:\/\/www\.w3\.org\/2001\/04\/xmldsig-more#(rsa|ecdsa)-sha(256|384|512)$/;
const strongDigests = [
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512',
];
const sha1 = ['http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2000/09/xmldsig#sha1'];

/**
 * The shape every signature must have before its mathematics mean anything: it stands directly inside the element it
 * signs, refers to that element and nothing else, and carries nothing of its own. This is what wrapping attacks (XSW)
 * cannot keep. Algorithms are an allow-list; SHA-1 needs the switch for an old provider.
 */
export function checkSignatureShapes(root: Element, allowSha1: boolean): void {
  const elements = everyElement(root);
  checkIds(elements);
  for (const signature of elements.filter((element) => isNamed(element, ns.signature, 'Signature')))
    checkSignature(signature, allowSha1);
}

/** Whether the element carries exactly one signature of itself. */
export const isSigned = (element: Element): boolean => childrenOf(element, ns.signature, 'Signature').length === 1;

function checkIds(elements: Element[]): void {
  const ids = elements.flatMap((element) =>
    ['ID', 'Id', 'id', 'xml:id'].map((name) => attributeOf(element, name)).filter((id) => id !== null),
  );
  if (new Set(ids).size !== ids.length) throw new RefusedSignIn('saml.id-twice');
}

function checkSignature(signature: Element, allowSha1: boolean): void {
  const signed = signature.parentNode as Element;
  const isKnown =
    isNamed(signed, ns.assertion, 'Assertion') || messages.some((name) => isNamed(signed, ns.protocol, name));
  if (!isKnown || !isSigned(signed)) throw new RefusedSignIn('saml.signature-place');
  if (childrenOf(signature, ns.signature, 'Object').length > 0) throw new RefusedSignIn('saml.signature-object');
  const info = onlyChild(signature, ns.signature, 'SignedInfo', 'saml.signature-shape');
  const reference = onlyChild(info, ns.signature, 'Reference', 'saml.signature-reference');
  const id = attributeOf(signed, 'ID');
  if (!id || attributeOf(reference, 'URI') !== `#${id}`) throw new RefusedSignIn('saml.signature-reference');
  const used = everyElement(reference).filter((element) => isNamed(element, ns.signature, 'Transform'));
  if (used.length > 2 || !used.every((element) => transforms.includes(attributeOf(element, 'Algorithm') ?? '')))
    throw new RefusedSignIn('saml.signature-transform');
  const algorithm = (parent: Element, name: string) =>
    attributeOf(onlyChild(parent, ns.signature, name, 'saml.signature-shape'), 'Algorithm') ?? '';
  if (algorithm(info, 'CanonicalizationMethod') !== EXCLUSIVE) throw new RefusedSignIn('saml.signature-transform');
  const isStrong = (uri: string, strong: boolean) => strong || (allowSha1 && sha1.includes(uri));
  const [method, digest] = [algorithm(info, 'SignatureMethod'), algorithm(reference, 'DigestMethod')];
  if (!isStrong(method, strongSignatures.test(method)) || !isStrong(digest, strongDigests.includes(digest)))
    throw new RefusedSignIn('saml.algorithm');
}
