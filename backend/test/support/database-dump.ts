import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Client } from 'pg';

/** Something that must not stand anywhere, and the forms in which it could hide. */
export interface Needle {
  name: string;
  forms: Buffer[];
}

/** A word as text, as hexadecimal, in base64 at each of its three alignments, and escaped as in JSON. */
export function needleOf(name: string, value: string | Buffer = name): Needle {
  const bytes = Buffer.from(value);
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // What hangs over into a neighbour at either end differs with the neighbour.
    return text.slice(shift === 0 ? 0 : shift + 1, (bytes.length + shift) % 3 === 0 ? undefined : -1);
  });
  const urlSafe = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const hex = bytes.toString('hex');
  const forms = [hex, hex.toUpperCase(), ...base64, ...urlSafe].map((text) => Buffer.from(text));
  if (typeof value !== 'string') return { name, forms: [bytes, ...forms] };
  const escaped = [...value].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  return { name, forms: [bytes, Buffer.from(escaped), ...forms] };
}

/** The whole database as `pg_dump` would write it: every row of every table, bytes as hexadecimal. */
export async function dumpOf(database: Client): Promise<{ table: string; text: Buffer }[]> {
  const { rows } = await database.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
  const dump = [];
  for (const { name } of rows) {
    const { rows: lines } = await database.query<{ line: string }>(`select t::text as line from ${name} t`);
    dump.push({ table: name.replace(/^public\./, ''), text: Buffer.from(lines.map(({ line }) => line).join('\n')) });
  }
  return dump;
}

/** Every file below a folder. */
export const filesBelow = (folder: string): { table: string; text: Buffer }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => ({ table: file, text: readFileSync(join(folder, file)) }));

/** Where something stands in clear: `table: what`. */
export const standsIn = (dump: { table: string; text: Buffer }[], needles: Needle[]): string[] =>
  dump.flatMap(({ table, text }) =>
    needles.flatMap(({ name, forms }) =>
      forms.some((form) => form.length > 3 && text.includes(form)) ? [`${table}: ${name}`] : [],
    ),
  );
