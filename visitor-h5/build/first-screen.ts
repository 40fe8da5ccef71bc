import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const start = new URL('./page-start.js', import.meta.url);

/** Puts the script that every page starts with where its html says `/*page-start*\/`. */
export function pageStart(): Plugin {
  return {
    name: 'gatehouse-page-start',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace('/*page-start*/', () =>
          readFileSync(start, 'utf8')
            .replace(/^ *\/\/.*\n/gm, '')
            .replace(/\n\s*/g, '\n')
            .replace(/;?\s*$/, ''),
        ),
    },
  };
}

/**
 * Inlines the CSS of each html entry, and fills the list `/*preload:[[path pattern, source module, …]]*\/[]` of its
 * inline script with the chunk files, so that the script can preload those of the page in the URL.
 */
export function firstScreen(): Plugin {
  return {
    name: 'gatehouse-first-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, chunk }) =>
        bundle && chunk ? fillPreloads(inlineStyles(html, bundle), bundle, chunk) : html,
    },
  };
}

function inlineStyles(html: string, bundle: Bundle): string {
  return html.replace(/<link rel="stylesheet"[^>]*href="\/h5\/([^"]+)"[^>]*>/g, (link, file: string) => {
    const asset = bundle[file];
    if (asset?.type !== 'asset') return link;
    // the disabled link is not fetched, but keeps lazy chunks from loading the same file again
    return `<style>${asset.source as string}</style><link rel="stylesheet" disabled href="/h5/${file}">`;
  });
}

function fillPreloads(html: string, bundle: Bundle, entry: Chunk): string {
  return html.replace(/\/\*preload:([\s\S]+?)\*\/\s*\[\]/g, (_, list: string) => {
    const pages = JSON.parse(list) as [pattern: string, ...modules: string[]][];
    const loaded = new Set([entry.fileName, ...entry.imports]);
    const inHtml = new Set([...html.matchAll(/(?:href|src)="\/h5\/([^"]+)"/g)].map(([, file]) => file!));
    return JSON.stringify(
      pages.map(([pattern, ...modules]) => [
        pattern,
        ...filesOf(modules, bundle, loaded).filter((file) => !inHtml.has(file)),
      ]),
    );
  });
}

function filesOf(modules: string[], bundle: Bundle, loaded: Set<string>): string[] {
  const files = new Set<string>();
  const add = (chunk: Chunk) => {
    if (loaded.has(chunk.fileName) || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    chunk.viteMetadata?.importedCss.forEach((file) => files.add(file));
    for (const file of chunk.imports) {
      const imported = bundle[file];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  for (const module of modules) {
    const chunk = Object.values(bundle).find(
      (output): output is Chunk => output.type === 'chunk' && !!output.facadeModuleId?.endsWith(module),
    );
    if (!chunk) throw new Error(`first screen: no chunk for ${module}`);
    add(chunk);
  }
  return [...files];
}
