import type { Plugin } from 'vite';

const MARK = '?of=guard';

/**
 * Gives the gate its own copy of the pass protocol. The pass page signs, the gate verifies: in one copy each would load
 * what only the other needs, and the pass page has to be small.
 */
export function ownProtocol(): Plugin {
  return {
    name: 'gatehouse-own-protocol',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer = '') {
      const isOfGate =
        /src\/guard\/offline\/[^/]+$/.test(importer) && /^@gatehouse\/contract\/(pass|bundle)\//.test(source);
      const isWithin = importer.endsWith(MARK) && source.startsWith('.');
      if (!isOfGate && !isWithin) return;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && resolved.id + MARK;
    },
  };
}
