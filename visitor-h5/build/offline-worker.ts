import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

const WORKER = 'visit-sw.js';

/** Visitors open a pass and their records without network; anything else they do needs the server. */
export const visitApp = {
  name: 'visit',
  opens: '^/visit/(?:pass/.|records(?:/|$))',
  page: 'visitor.html',
  modules: [
    'visitor/main.ts',
    'visitor/words/zh/records',
    'visitor/words/en/records',
    'visitor/words/zh/pass',
    'visitor/words/en/pass',
    'pass/PassPage.vue',
    'pass/PassOnPhone.vue',
    'pass/PassBanner.vue',
    'pass/PassNotes.vue',
    'records/RecordsPage.vue',
    'records/VisitPage.vue',
  ],
};

/** A gate goes on through the night without network, so it keeps the whole page, with all that is loaded later. */
export const guardApp = { name: 'guard', opens: '^/guard/', page: 'guard.html', modules: ['guard/main.ts'] };

/** What the list needs to know of a chunk. */
export interface OfflineChunk {
  fileName: string;
  moduleIds: string[];
  imports: string[];
  styles: string[];
  /** loaded on demand; counted only where the whole app is kept */
  later?: string[];
}

/** Tells the worker of each app which files to keep, and a version that changes with any of them. */
export function offlineWorker(): Plugin {
  return {
    name: 'gatehouse-offline-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') this.error('no worker');
      if (worker.imports.length || worker.exports.length) this.error('the worker must be one plain script');
      const chunks = Object.values(bundle)
        .filter((output) => output.type === 'chunk')
        .map((chunk) => ({ ...linksOf(chunk), styles: [...(chunk.viteMetadata?.importedCss ?? [])] }));
      const decoders = Object.keys(bundle).filter((file) => /assets\/decoder\.worker-[^/]+\.js$/.test(file));
      const source = worker.code;
      const workerOf = ({ name, opens, page }: typeof visitApp, files: string[]) => {
        const html = bundle[page];
        if (html?.type !== 'asset') this.error(`no ${page} to keep`);
        const addresses = files.map((file) => `/h5/${file}`);
        const version = createHash('sha256')
          .update([...addresses, String(html.source)].join('\n'))
          .digest('hex');
        const list = { version: version.slice(0, 12), page: `/h5/${page}`, files: addresses, name, opens };
        return source.replace('__OFFLINE__', () => JSON.stringify(list));
      };
      const wholeGuard = [...offlineFiles(chunks, guardApp.modules, true), ...decoders];
      worker.code = workerOf(visitApp, offlineFiles(chunks, visitApp.modules));
      this.emitFile({ type: 'asset', fileName: 'guard-sw.js', source: workerOf(guardApp, wholeGuard) });
    },
  };
}

const linksOf = ({ fileName, moduleIds, imports, dynamicImports }: Rolldown.OutputChunk) => ({
  fileName,
  moduleIds,
  imports,
  later: dynamicImports,
});

/** The files of the chunks that hold these modules, with everything they import and their styles; `whole`: also what they load later. */
export function offlineFiles(chunks: readonly OfflineChunk[], modules: readonly string[], whole = false): string[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const wanted = new Set(modules.map((module) => chunkOf(module, chunks)));
  for (const { imports, later = [] } of wanted) {
    for (const file of whole ? [...imports, ...later] : imports) {
      const chunk = byFile.get(file);
      if (chunk) wanted.add(chunk);
    }
  }
  return [...new Set([...wanted].flatMap(({ fileName, styles }) => [fileName, ...styles]))].sort();
}

function chunkOf(module: string, chunks: readonly OfflineChunk[]): OfflineChunk {
  const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.split('?')[0]?.endsWith(module)));
  if (!chunk) throw new Error(`offline worker: no chunk for ${module}`);
  return chunk;
}
