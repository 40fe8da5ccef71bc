import { type Due, type KeptKind } from './kept-kind.js';

/** Several tables that end together. */
export const keptTogether = (kinds: KeptKind[]): KeptKind => ({
  ...(kinds[0]?.own && { own: kinds[0].own }),
  async due(before): Promise<Due> {
    const all: Due[] = [];
    for (const kind of kinds) all.push(await kind.due(before));
    const instants = (pick: (due: Due) => Date | null) =>
      all.flatMap((due) => pick(due) ?? []).sort((a, b) => a.getTime() - b.getTime());
    return {
      count: all.reduce((sum, { count }) => sum + count, 0),
      oldest: instants(({ oldest }) => oldest)[0] ?? null,
      newest: instants(({ newest }) => newest).at(-1) ?? null,
    };
  },
  async end(before, atMost, now): Promise<number> {
    let ended = 0;
    for (const kind of kinds) ended += await kind.end(before, atMost, now);
    return ended;
  },
});
