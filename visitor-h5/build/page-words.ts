import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** `virtual:visitor/words/zh/apply`: of the visitor's sentences, those that the pages of this part can show. */
const ADDRESS = /virtual:visitor\/words\/(zh|en)\/(\w+)$/;
export const PARTS: Record<string, string[]> = {
  landing: ['landing/LandingPage.vue', 'entries/InvitationPage.vue'],
  apply: ['apply/ApplyPage.vue'],
  laterSteps: ['apply/VisitStep.vue', 'apply/ReviewStep.vue', 'apply/SubmitError.vue'],
  records: ['records/RecordsPage.vue', 'records/VisitPage.vue', 'entries/GatePage.vue'],
  pass: ['PassOnPhone', 'PassBanner', 'PassNotes', 'TermDay', 'MoveHere', 'LeaveHere'].map(
    (part) => `pass/${part}.vue`,
  ),
  me: ['me/MePage.vue'],
  shared: ['share/SharedPassPage.vue'],
  signIn: ['pass/PassPage.vue', 'records/SignIn.vue'],
};
/** Parts that hold the sentences of these files alone: what the page loads on demand brings its own. */
const WITHOUT_LATER = new Set(['pass', 'signIn']);

/** Lets a landing page load its own words only. Serving for development, a part is all of them. */
export function pageWords(): Plugin {
  let app = '';
  let isBuild = false;
  return {
    name: 'gatehouse-page-words',
    configResolved(config) {
      app = resolve(config.root, 'src/visitor');
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (ADDRESS.test(id) ? `\0${id}` : undefined),
    async load(id) {
      const [, locale, part] = (id.startsWith('\0') && ADDRESS.exec(id)) || [];
      if (!locale || !part) return;
      const dictionary = join(app, `locales/${locale}.ts`);
      if (!isBuild) return `export { default } from ${JSON.stringify(dictionary)};`;
      const pages = PARTS[part];
      if (!pages) this.error(`no part of the words is called ${part}`);
      const { default: words } = (await import(pathToFileURL(dictionary).href)) as { default: Record<string, string> };
      const sources = [
        ...sourcesFrom([join(app, 'main.ts')], { later: false }),
        ...sourcesFrom(
          pages.map((page) => join(app, page)),
          {
            later: !WITHOUT_LATER.has(part),
            besides: part === 'apply' ? PARTS.laterSteps!.map((step) => join(app, step)) : [],
          },
        ),
      ];
      return `export default ${JSON.stringify(wordsIn(sources, words))};`;
    },
  };
}

/** The sentences whose keys the sources spell out, wholly or, as `status.${state}`, by their beginning. */
export function wordsIn(sources: readonly string[], words: Record<string, string>): Record<string, string> {
  const text = sources.join('\n');
  const spelled = new Set([...text.matchAll(/['"`]([\w-]+\.[\w.-]+)['"`]/g)].map(([, key]) => key));
  const begun = [...text.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, beginning]) => beginning!);
  const isUsed = (key: string) => spelled.has(key) || begun.some((beginning) => key.startsWith(beginning));
  return Object.fromEntries(Object.entries(words).filter(([key]) => isUsed(key)));
}

/**
 * The texts of these files and of everything of ours they import; with `later`, also of what they load on demand,
 * but for the files `besides`.
 */
function sourcesFrom(files: string[], { later, besides = [] }: { later: boolean; besides?: string[] }): string[] {
  const imported = later ? /(?:from|import)\s*\(?\s*'(\.[^']+)'/g : /from\s+'(\.[^']+)'/g;
  const seen = new Map<string, string>();
  const read = (file: string): void => {
    if (seen.has(file) || besides.includes(file) || /locales\/\w+\.ts$/.test(file) || !existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    seen.set(file, text);
    for (const [, path] of text.matchAll(imported)) read(join(dirname(file), path!));
  };
  files.forEach(read);
  return [...seen.values()];
}
