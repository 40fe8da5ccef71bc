import { type PoolClient } from 'pg';
import { type Database } from '../../../platform/database/database.js';
import { type GateFact } from '../gate-facts.js';
import { type Match } from '../gate/judge.js';
import { lockPasses } from '../gate/known-passes.js';
import { locate, replacedLookups, type Sought } from '../gate/locate.js';

/** The statements of the hot path on the connection of the running command. */
export const commandClient = (database: Database): PoolClient => {
  const query = async ({ text, values }: { text: string; values?: unknown[] }) => ({
    rows: await database.numbered(text, values ?? []),
  });
  return { query } as unknown as PoolClient;
};

/** The pass that was shown, locked, also when the code is of a phone that it has left. */
export async function findShown(
  client: PoolClient,
  sought: Sought,
  gates: Map<string, GateFact>,
  at: Date,
): Promise<Match> {
  const { shown } = sought;
  if (shown.kind !== 'short') {
    const id = await locate(client, sought, at);
    return { pass: id ? ((await lockPasses(client, [], [id], gates))[0] ?? null) : null, replaced: null };
  }
  const [pass] = await lockPasses(client, [shown.lookup], [], gates);
  if (pass) return { pass, replaced: null };
  const replaced = (await replacedLookups(client, [shown.lookup])).get(shown.lookup) ?? null;
  const left = replaced ? (await lockPasses(client, [], [replaced.passId], gates))[0] : null;
  return { pass: left ?? null, replaced };
}
