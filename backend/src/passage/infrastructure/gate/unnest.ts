/** Columns of rows that travel to PostgreSQL as one array each: by far the cheapest way in (JSON costs it ten times as much). */
export type Columns<R> = { readonly [name in keyof R & string]: string };

/** `unnest(…) as alias (…)`, its parameters numbered from `first` on. */
export function unnested<R>(columns: Columns<R>, alias: string, first: number): string {
  const types = Object.values<string>(columns).map((type, at) => `$${first + at}::${type}[]`);
  return `unnest(${types.join(', ')}) as ${alias} (${Object.keys(columns).join(', ')})`;
}

/** The parameters to it: an array literal for each column. */
export function arraysOf<R>(columns: Columns<R>, rows: readonly R[]): string[] {
  return (Object.keys(columns) as (keyof R & string)[]).map(
    (name) => `{${rows.map((row) => element(row[name])).join(',')}}`,
  );
}

const PLAIN = /^[\w:.+-]+$/;

function element(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : JSON.stringify(value);
  return PLAIN.test(text) && !isNull(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

const isNull = (text: string): boolean => text.length === 4 && text.toLowerCase() === 'null';
