import { type Entry } from 'ldapts';
import { type ColumnName } from '../domain/sheet-columns.js';

/**
 * Which attribute holds what. `dn:0` stands for the value of the entry's own name (`CS` of `ou=CS,ou=1,…`), `dn:1` for
 * that of the entry above it.
 */
export interface AttributeMap {
  staff: Partial<Record<ColumnName, string>>;
  unit: Partial<Record<ColumnName, string>>;
}

const usual: AttributeMap = {
  staff: {
    number: 'employeeNumber',
    name: 'cn',
    unit: 'departmentNumber',
    title: 'title',
    mobile: 'mobile',
    mail: 'mail',
  },
  unit: { code: 'ou', name: 'description', campus: 'dn:1' },
};

/** The configured names over the usual ones; an empty name says that the server does not have it. */
export function attributeMap(json: string | undefined): AttributeMap {
  const given = JSON.parse(json ?? '{}') as Partial<AttributeMap>;
  return { staff: { ...usual.staff, ...given.staff }, unit: { ...usual.unit, ...given.unit } };
}

/** Attributes to ask for. */
export const namesIn = (map: Partial<Record<string, string>>): string[] =>
  Object.values(map).filter((name): name is string => Boolean(name) && !name?.startsWith('dn:'));

/** One entry as cells. What the entry lacks is empty: the server knows the column, and there is nothing in it. */
export const cellsOf = (entry: Entry, map: Partial<Record<ColumnName, string>>): Partial<Record<ColumnName, string>> =>
  Object.fromEntries(
    Object.entries(map)
      .filter(([, attribute]) => attribute)
      .map(([column, attribute]) => [
        column,
        attribute.startsWith('dn:') ? partOfName(entry.dn, Number(attribute.slice(3))) : firstValue(entry[attribute]),
      ]),
  );

/** Absent attributes come as an empty list, single ones as text, several as a list. */
export function firstValue(value: Entry[string] | undefined): string {
  const [first = ''] = Array.isArray(value) ? value : [value ?? ''];
  return typeof first === 'string' ? first : first.toString('utf8');
}

/** The value of one part of a distinguished name, unescaped (RFC 4514). */
export function partOfName(dn: string, place: number): string {
  const part = dn.split(/(?<!\\),/)[place] ?? '';
  const value = part.slice(part.indexOf('=') + 1).trim();
  const bytes = value.replace(/(?:\\[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('\\', ''), 'hex').toString(),
  );
  return bytes.replace(/\\(.)/g, '$1');
}
