import type { Plugin } from 'vite';

/** Gives the words of each app their own copy of the shared ones: else both languages load with every first page. */
export function ownWords(): Plugin {
  return {
    name: 'gatehouse-own-words',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const app = /src\/(\w+)\/locales\/\w+\.ts$/.exec(importer ?? '')?.[1];
      if (!app || !/shared\/locales\/\w+\.ts$/.test(source)) return;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && `${resolved.id}?of=${app}`;
    },
  };
}
