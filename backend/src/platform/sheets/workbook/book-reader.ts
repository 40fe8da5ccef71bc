import { type ZipReader } from './zip-reader.js';

/** A cell as it was read: text, number or nothing; a formula counts as itself, so that it is seen to be none of ours. */
export type ReadCell = string | number | null;

export interface SheetOfBook {
  name: string;
  isHidden: boolean;
  rows(): AsyncGenerator<{ number: number; cells: ReadCell[] }>;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The sheets of a workbook in the order of their tabs, row after row, whichever program stored it. */
export async function sheetsOf(zip: ZipReader): Promise<SheetOfBook[]> {
  const relations = new Map<string, string>();
  for (const [, text = ''] of (await zip.whole('xl/_rels/workbook.xml.rels')).matchAll(/<Relationship\b([^>]*)>/g))
    relations.set(attribute(text, 'Id'), attribute(text, 'Target').replace(/^\/xl\//, ''));
  const shared = sharedTexts(await zip.whole('xl/sharedStrings.xml'));
  const book = await zip.whole('xl/workbook.xml');
  return Array.from(book.matchAll(/<sheet\b([^>]*)>/g), ([, text = '']) => ({
    name: attribute(text, 'name'),
    isHidden: attribute(text, 'state').includes('idden'),
    rows: () => rowsOf(zip.text(`xl/${relations.get(attribute(text, 'r:id')) ?? ''}`), shared),
  }));
}

async function* rowsOf(pieces: AsyncIterable<string>, shared: string[]) {
  let [rest, number] = ['', 0];
  for await (const piece of pieces) {
    rest += piece;
    const end = rest.lastIndexOf('</row>');
    if (end < 0) continue;
    const whole = rest.slice(0, end + 6);
    rest = rest.slice(end + 6);
    for (const [, head = '', body = ''] of whole.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
      number = Number(attribute(head, 'r')) || number + 1;
      yield { number, cells: cellsOf(body, shared) };
    }
  }
}

function cellsOf(row: string, shared: string[]): ReadCell[] {
  const cells: ReadCell[] = [];
  for (const [, head = '', body = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const at = columnOf(attribute(head, 'r')) ?? cells.length;
    while (cells.length < at) cells.push(null);
    cells[at] = cellOf(attribute(head, 't'), body, shared);
  }
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}

function cellOf(type: string, body: string, shared: string[]): ReadCell {
  const formula = /<f\b[^>]*>([\s\S]*?)<\/f>/.exec(body)?.[1];
  if (formula !== undefined) return `=${unescaped(formula)}`;
  if (type === 'inlineStr') return textOf(body) || null;
  const value = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(body)?.[1];
  if (value === undefined || value === '') return null;
  if (type === 's') return shared[Number(value)] || null;
  if (type === '' || type === 'n') return Number(value);
  return unescaped(value);
}

/** Of `<si>` or `<is>`; rich text in one, how it is read aloud left out. */
const textOf = (xml: string): string =>
  Array.from(
    xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g),
    ([, text = '']) => unescaped(text),
  ).join('');

const sharedTexts = (xml: string): string[] =>
  Array.from(xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g), ([, text = '']) => textOf(text));

const unescaped = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(
      /&(?:#(x?)([0-9a-fA-F]+)|(\w+));/g,
      (whole, hex: string | undefined, code: string | undefined, name: string) =>
        code ? String.fromCodePoint(parseInt(code, hex ? 16 : 10)) : (ENTITIES[name] ?? whole),
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const attribute = (text: string, name: string): string =>
  unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? '');

function columnOf(reference: string): number | null {
  const letters = /^[A-Z]+/.exec(reference)?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
