export type Query = Record<string, string | undefined>;

export interface Place {
  path: string;
  query: Query;
}
/** Where to: an address within the app, or what of the present one changes. A path without query has none. */
export type Target = string | Partial<Place>;

/** The address within the app, such as `/pass/1?sheet=x`. */
export function hrefOf(target: Target, here: Place): string {
  if (typeof target === 'string') return target;
  const { path = here.path, query = target.path === undefined ? here.query : {} } = target;
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return path + (pairs.length ? `?${new URLSearchParams(pairs).toString()}` : '');
}

/** The first record whose pattern fits; the first of all, at its own address, when none does. */
export function matchOf<Record_ extends { path: string }>(href: string, records: readonly Record_[]) {
  const [, asked = '/', search = ''] = /^([^?#]*)\??([^#]*)/.exec(href) ?? [];
  const path = asked.replace(/(.)\/$/, '$1');
  const query: Query = Object.fromEntries(new URLSearchParams(search));
  for (const record of records) {
    const params = paramsOf(path, record.path);
    if (params) return { record, path, query, params };
  }
  return { record: records[0]!, path: '/', query: {}, params: {} };
}

function paramsOf(path: string, pattern: string): Record<string, string> | null {
  const [parts, wanted] = [path.split('/'), pattern.split('/')];
  if (parts.length !== wanted.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const given = parts[index]!;
    if (part.startsWith(':') && given) params[part.slice(1)] = decodeURIComponent(given);
    else if (part !== given) return null;
  }
  return params;
}
