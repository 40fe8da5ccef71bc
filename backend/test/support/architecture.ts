import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

/** Path below `src/` with forward slashes, and content. */
export type Sources = Record<string, string>;

export interface Violation {
  file: string;
  rule: 1 | 2 | 3 | 4;
  why: string;
}

/** Which contexts each context may know, through their `public.ts`. `kernel` and `platform` are no contexts. */
export const arrows = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../tools/arrows.json'), 'utf8'),
) as Record<string, readonly string[]>;

const shared = ['kernel', 'platform'];

/** What the application layer may use of the platform and of packages; queries and the rows they share also speak SQL. */
const applicationMayUse = [
  /^kernel\//,
  /^@gatehouse\/contract/,
  /^@nestjs\/(cqrs|common)$/,
  /^platform\/events\/within-transaction$/,
  /^platform\/settings$/,
];
const queriesMayAlsoUse = [/^kysely$/, /^platform\/database\/database$/];
const speaksSql = /(\.query|-row)\.ts$/;
const domainMayUse = [/^kernel\//, /^@gatehouse\/contract/];
const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\./;

/** Contexts are the folders of `src/`. */
export const contextsIn = (sources: Sources): string[] => [
  ...new Set(
    Object.keys(sources)
      .filter((file) => file.includes('/'))
      .map((file) => file.slice(0, file.indexOf('/')))
      .filter((folder) => !shared.includes(folder)),
  ),
];

/** Everything in these sources that breaks a rule of the house. */
export function violations(sources: Sources): Violation[] {
  const unknown = contextsIn(sources).filter((context) => !(context in arrows));
  return [
    ...unknown.map((context) => ({ file: `${context}/`, rule: 4 as const, why: 'a context without arrows' })),
    ...Object.entries(sources).flatMap(([file, source]) => inFile(file, source)),
  ];
}

function inFile(file: string, source: string): Violation[] {
  if (file.endsWith('.spec.ts')) return [];
  const imports = importsOf(file, source);
  const broken = imports.flatMap((imported) => {
    const [rule, why] = judge(file, imported) ?? [];
    return rule && why ? [{ file, rule, why: `${why}: ${imported}` }] : [];
  });
  const [, layer] = file.split('/');
  if (layer === 'domain' && impure.test(withoutComments(source)))
    broken.push({ file, rule: 1, why: 'the domain has no clock and no randomness' });
  return broken;
}

function judge(file: string, imported: string): [Violation['rule'], string] | null {
  const [context = '', layer = ''] = file.split('/');
  const [otherContext = '', otherLayer = ''] = imported.split('/');
  const isOurs = shared.includes(otherContext) || otherContext in arrows;
  if (!file.includes('/')) return null;
  if (context === 'kernel') return isAllowed(imported, domainMayUse) ? null : [1, 'the kernel knows nothing'];
  if (context === 'platform') return otherContext in arrows ? [4, 'the platform knows no context'] : null;
  if (isOurs && !shared.includes(otherContext) && otherContext !== context) return meeting(file, imported);
  const own = otherContext === context ? otherLayer : null;
  if (layer === 'domain')
    return own === 'domain' || isAllowed(imported, domainMayUse)
      ? null
      : [1, 'the domain imports only kernel, contract and itself'];
  if (layer === 'application') {
    const allowed = speaksSql.test(file) ? [...applicationMayUse, ...queriesMayAlsoUse] : applicationMayUse;
    const isInside = own === 'domain' || own === 'application' || own === 'public';
    return isInside || isAllowed(imported, allowed)
      ? null
      : [2, 'the application layer imports only domain, kernel and @nestjs/cqrs'];
  }
  if (layer === 'infrastructure' && own === 'api') return [3, 'infrastructure does not know the API'];
  if (layer === 'api' && own === 'domain') return [3, 'the API speaks commands, queries and contract types'];
  return null;
}

/** One context meets another: at its public door, along an arrow; modules are put together by modules. */
function meeting(file: string, imported: string): [Violation['rule'], string] | null {
  const [context = '', layer] = file.split('/');
  const [other = '', door] = imported.split('/');
  if (!arrows[context]?.includes(other)) return [4, 'no arrow leads there'];
  if (layer === 'domain') return [1, 'the domain imports only kernel, contract and itself'];
  if (door === 'public') return null;
  if (door === `${other}.module` && file === `${context}/${context}.module.ts`) return null;
  return [4, 'contexts meet only through public.ts'];
}

const isAllowed = (imported: string, allowed: RegExp[]): boolean => allowed.some((pattern) => pattern.test(imported));

/** Own files as paths below `src/` without ending, packages by name. */
function importsOf(file: string, source: string): string[] {
  return ts
    .preProcessFile(source, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .map((name) => (name.startsWith('.') ? normalize(join(dirname(file), name)).replace(/\.(js|ts)$/, '') : name));
}

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
