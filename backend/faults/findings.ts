import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { checkDatabase } from '../src/platform/audit/verify/read-database.js';
import { type Journal, type Told } from './journal.js';

export interface Findings {
  lost: number;
  doubled: number;
  chain: 'ok' | 'broken';
  wrong: string[];
}

interface StoredPassage {
  id: string;
  nonce: string;
  device_id: string;
  outcome: string;
  judged: number;
  settled: number;
}

const SEALED_WITHIN_MS = 30_000;

/** Compares what is stored with what the devices were told. */
export async function findings(ownerUrl: string, journal: Journal): Promise<Findings> {
  const wrong = [...journal.wrong];
  const stored = await read<StoredPassage>(
    ownerUrl,
    `select p.id, p.nonce, p.device_id, p.outcome,
       (select count(*)::int from audit_entry a where a.subject_kind = 'passage' and a.subject_id = p.id::text
         and a.action = 'passage.judged') as judged,
       (select count(*)::int from audit_entry a where a.subject_kind = 'passage' and a.subject_id = p.id::text
         and a.action in ('passage.admitted', 'passage.refused')) as settled
     from passage p`,
  );
  const byNonce = new Map<string, StoredPassage[]>();
  for (const passage of stored) byNonce.set(passage.nonce, [...(byNonce.get(passage.nonce) ?? []), passage]);
  const doubled = [...byNonce.values()].filter((passages) => passages.length > 1).length;
  for (const { id, nonce, judged, settled } of stored) {
    if (!journal.sent.has(nonce)) wrong.push(`passage ${id} was never asked for`);
    const expected = journal.offline.has(nonce) ? 0 : 1;
    if (judged !== expected || settled > 1)
      wrong.push(`passage ${id} has ${judged} and ${settled} entries in the audit`);
  }
  const lost = [...journal.told.values()].filter((told) => !isKept(told, byNonce.get(told.nonce) ?? [])).length;
  wrong.push(...(await presences(ownerUrl)));
  const chain = await chainOf(ownerUrl);
  return { lost, doubled, chain, wrong };
}

const isKept = ({ passage, outcome }: Told, stored: StoredPassage[]): boolean =>
  stored.some((kept) => kept.id === passage && (outcome === null || (kept.outcome === outcome && kept.settled === 1)));

/** Where everybody is must follow from the admitted passages alone. */
async function presences(ownerUrl: string): Promise<string[]> {
  const rows = await read<{ pass_id: string }>(
    ownerUrl,
    `with story as (
       select pass_id, count(*) filter (where direction = 'entry') as entries, count(*) filter (where direction = 'exit') as exits
       from passage where outcome = 'admitted' and pass_id is not null group by pass_id
     )
     select s.pass_id from presence s left join story using (pass_id)
     where s.entries_used <> coalesce(entries, 0)
        or (s.state = 'inside') <> (coalesce(entries, 0) > coalesce(exits, 0))`,
  );
  return rows.map(({ pass_id: pass }) => `presence of pass ${pass} does not follow from its passages`);
}

/** The sealer links what was committed within seconds; then the whole chain must verify, with nothing left over. */
async function chainOf(ownerUrl: string): Promise<'ok' | 'broken'> {
  const until = Date.now() + SEALED_WITHIN_MS;
  for (;;) {
    const { found, unsealed } = await checkDatabase(ownerUrl, []);
    if (found > 0) return 'broken';
    if (unsealed === 0) return 'ok';
    if (Date.now() > until) return 'broken';
    await pause(500);
  }
}

async function read<R extends object>(url: string, text: string): Promise<R[]> {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}
