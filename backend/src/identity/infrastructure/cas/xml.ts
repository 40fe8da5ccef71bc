import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element with everything in its order. */
export interface XmlElement {
  /** without the prefix: servers call it `cas:`, `sso:` or nothing */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** own text, without that of children */
  text: string;
}

type Node = Record<string, unknown>;

const ATTRIBUTES = ':@';
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Values stay as they are written: 0000051 is no 51 and 12e5 no 1200000.
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

/** Reads a whole document; null when it is not well-formed, has several roots, or brings a DOCTYPE or an entity. */
export function readXml(text: string): XmlElement | null {
  const document = text.trim();
  if (/<!\s*(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(document)) return null;
  try {
    if (XMLValidator.validate(document, { allowBooleanAttributes: false }) !== true) return null;
    const nodes = parser.parse(document) as Node[];
    const [root, ...others] = nodes.flatMap(elementOf);
    return root && others.length === 0 && textOf(nodes) === '' ? root : null;
  } catch {
    return null;
  }
}

/** Children of this name. */
export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

function elementOf(node: Node): XmlElement[] {
  const [tag, inside] = Object.entries(node).find(([key]) => key !== ATTRIBUTES) ?? [];
  if (tag === undefined || tag === '#text' || !Array.isArray(inside)) return [];
  const children = inside as Node[];
  const attributes = Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, string>);
  return [
    {
      name: tag.slice(tag.indexOf(':') + 1),
      attributes: new Map(attributes),
      children: children.flatMap(elementOf),
      text: textOf(children),
    },
  ];
}

const textOf = (nodes: Node[]): string =>
  nodes
    .map((node) => (typeof node['#text'] === 'string' ? node['#text'] : ''))
    .join('')
    .trim();
