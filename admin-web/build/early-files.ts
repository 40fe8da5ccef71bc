import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;
type Page = [path: string, files: number[], isPublic?: 1];

const features = fileURLToPath(new URL('../src/features', import.meta.url));
const start = fileURLToPath(new URL('./page-start.js', import.meta.url));
const frame = 'src/app/shell/ConsoleFrame.vue';
const words = {
  'first zh': ['src/app/locales/zh-first.ts'],
  'first en': ['src/app/locales/en-first.ts'],
  'all zh': ['src/app/locales/zh.ts', frame],
  'all en': ['src/app/locales/en.ts', frame],
};

/**
 * Puts the script that every page starts with into the html, with a list of the files that each address needs: without it
 * a browser learns of them one after the other, from entry to words to page to its parts.
 */
export function earlyFiles(): Plugin {
  return {
    name: 'gatehouse-early-files',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, chunk }) => {
        const script = readFileSync(start, 'utf8')
          .replace(/^ *\/[/*].*\n/gm, '')
          .replace(/\n\s*/g, '\n')
          .replace(/;?\s*$/, '');
        const list = bundle && chunk ? filesOfPages(Object.values(bundle), chunk) : { files: [], words: {}, pages: [] };
        const given = [list.files, list.words, list.pages].map((part) => JSON.stringify(part)).join(',');
        return html.replace('/*page-start*/', () => (bundle ? `${script}(${given})` : ''));
      },
    },
  };
}

function filesOfPages(outputs: (Chunk | Rolldown.OutputAsset)[], entry: Chunk) {
  const chunks = outputs.filter((output): output is Chunk => output.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const known = reachedFrom([entry]);
  const files: string[] = [];

  function reachedFrom(first: Chunk[]): Set<string> {
    const reached = new Set(first);
    for (const { imports } of reached) for (const name of imports) if (byName.has(name)) reached.add(byName.get(name)!);
    return new Set([...reached].flatMap((chunk) => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])]));
  }
  function indexesOf(modules: string[]): number[] {
    const found = chunks.filter(({ facadeModuleId }) => modules.some((module) => facadeModuleId?.endsWith(module)));
    if (found.length !== modules.length) throw new Error(`early files: not every one of ${modules.join()} is built`);
    const needed = [...reachedFrom(found)].filter((file) => !known.has(file));
    return needed.map((file) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1));
  }
  const pages = pageModules().map(({ path, module, isPublic }): Page => {
    const needed = indexesOf([module]);
    return isPublic ? [path, needed, 1] : [path, needed];
  });
  return {
    words: Object.fromEntries(Object.entries(words).map(([name, modules]) => [name, indexesOf(modules)])),
    pages,
    files,
  };
}

/** The pages that stand at an address of their own, read from where the features declare them. */
function pageModules(): { path: string; module: string; isPublic: boolean }[] {
  return globSync('*/module.ts', { cwd: features }).flatMap((file) => {
    const routes = readFileSync(join(features, file), 'utf8')
      .split(/\bpath: '/)
      .slice(1);
    return routes.flatMap((route) => {
      const path = /^[^':]*/.exec(route)![0].replace(/^\/|\/$/g, '');
      const component = /component: \(\) => import\('\.\/(\w+\.vue)'\)/.exec(route)?.[1];
      const module = `src/features/${dirname(file)}/${component}`;
      return path && component ? [{ path, module, isPublic: /isPublic: true/.test(route) }] : [];
    });
  });
}
