import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const WORKER = 'visit-sw.js';
const PAGE = 'visitor.html';
/** What must open without network. */
const MODULES = [
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
];

/** What the list needs to know of a chunk. */
export interface OfflineChunk {
  fileName: string;
  moduleIds: string[];
  imports: string[];
  styles: string[];
}

/** Tells the worker which files to keep, and a version that changes with any of them. */
export function offlineWorker(): Plugin {
  return {
    name: 'gatehouse-offline-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      const page = bundle[PAGE];
      if (worker?.type !== 'chunk' || page?.type !== 'asset') this.error('no worker or no page to keep');
      if (worker.imports.length || worker.exports.length) this.error('the worker must be one plain script');
      const chunks = Object.values(bundle)
        .filter((output) => output.type === 'chunk')
        .map((chunk) => ({ ...linksOf(chunk), styles: [...(chunk.viteMetadata?.importedCss ?? [])] }));
      const files = offlineFiles(chunks, MODULES).map((file) => `/h5/${file}`);
      const version = createHash('sha256')
        .update([...files, String(page.source)].join('\n'))
        .digest('hex');
      const list = { version: version.slice(0, 12), page: `/h5/${PAGE}`, files };
      worker.code = worker.code.replace('__OFFLINE__', () => JSON.stringify(list));
    },
  };
}

const linksOf = ({ fileName, moduleIds, imports }: Omit<OfflineChunk, 'styles'>) => ({ fileName, moduleIds, imports });

/** The files of the chunks that hold these modules, with everything they import and their styles. */
export function offlineFiles(chunks: readonly OfflineChunk[], modules: readonly string[]): string[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const wanted = new Set(modules.map((module) => chunkOf(module, chunks)));
  for (const { imports } of wanted) {
    for (const file of imports) {
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
