import type { Plugin } from 'vite';

/** What the check needs to know of a chunk. */
export interface ChunkLinks {
  fileName: string;
  /** of an entry: the page */
  name: string;
  isEntry: boolean;
  moduleIds: string[];
  imports: string[];
  dynamicImports: string[];
}

/** Refuses a build in which a page loads the start of another page: both apps would start in one window. */
export function entriesApart(): Plugin {
  return {
    name: 'gatehouse-entries-apart',
    apply: 'build',
    generateBundle(_options, bundle) {
      const stray = strayStarts(Object.values(bundle).filter((output) => output.type === 'chunk'));
      if (stray.length) this.error(`one page starts another: ${stray.join(', ')}`);
    },
  };
}

/** `page → other page` for every `main.ts` that a page reaches besides its own, at once or later. */
export function strayStarts(chunks: readonly ChunkLinks[]): string[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  return chunks
    .filter((chunk) => chunk.isEntry)
    .flatMap((entry) =>
      [...reachableFrom(entry, byFile)]
        .flatMap(({ moduleIds }) => moduleIds.map((id) => /src\/(\w+)\/main\.ts$/.exec(id)?.[1]))
        .filter((started) => started && started !== entry.name)
        .map((started) => `${entry.name} → ${started}`),
    );
}

function reachableFrom(entry: ChunkLinks, byFile: Map<string, ChunkLinks>): Set<ChunkLinks> {
  const reached = new Set([entry]);
  for (const { imports, dynamicImports } of reached) {
    for (const file of [...imports, ...dynamicImports]) {
      const chunk = byFile.get(file);
      if (chunk) reached.add(chunk);
    }
  }
  return reached;
}
