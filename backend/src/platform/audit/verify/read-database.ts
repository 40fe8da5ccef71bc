import { Client } from 'pg';
import { CHECKPOINT_FORMAT, type CheckpointFile } from '../checkpoint.js';
import { ENTRY_AS_JSON, type Link, SELECT_LINKS, type StoredEntry } from '../link.js';
import { ChainCheck } from './chain-check.js';
import { type Report } from './finding.js';

const CHUNK = 2_000;

type StoredCheckpoint = Omit<CheckpointFile, 'format' | 'publicKey'> & { publicKey: string | null };

/** Checks the audit of a database, in one snapshot, with nothing but the right to read. */
export async function checkDatabase(url: string, exported: CheckpointFile[]): Promise<Report> {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const check = new ChainCheck();
    await expectCheckpoints(client, check, exported);
    for await (const link of links(client)) check.link(link);
    for await (const entry of unsealed(client)) check.withoutSeal(entry);
    return check.report();
  } finally {
    await client.end();
  }
}

async function expectCheckpoints(client: Client, check: ChainCheck, exported: CheckpointFile[]): Promise<void> {
  const keys = await client.query<{ version: number; key: string }>(
    `select version, replace(encode(public_key, 'base64'), E'\\n', '') as key from key_ring where purpose = 'checkpoint'`,
  );
  const keyOf = (version: number) => keys.rows.find((row) => row.version === version)?.key ?? '';
  const stored = await client.query<StoredCheckpoint>(`
    select seq::float8 as seq, encode(hash, 'hex') as hash, key_version as "keyVersion",
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, replace(encode(signature, 'base64'), E'\\n', '') as signature
    from audit_checkpoint order by audit_checkpoint.seq
  `);
  for (const row of stored.rows) {
    const publicKey = keyOf(row.keyVersion);
    check.expect({ ...row, at: row.at.replace(/000Z$/, 'Z'), format: CHECKPOINT_FORMAT, publicKey }, null);
  }
  for (const file of exported) check.expect(file, keyOf(file.keyVersion));
}

async function* links(client: Client): AsyncGenerator<Link> {
  for (let after = 0; ;) {
    const { rows } = await client.query<Link>(`${SELECT_LINKS} where seal.seq > $1 order by seal.seq limit ${CHUNK}`, [
      after,
    ]);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

async function* unsealed(client: Client): AsyncGenerator<StoredEntry> {
  const { rows } = await client.query<{ entry: StoredEntry }>(`
    select ${ENTRY_AS_JSON} as entry from audit_entry as entry
    where not exists (select from audit_seal where entry_id = entry.id) order by entry.inserted_at limit 100000
  `);
  for (const { entry } of rows) yield entry;
}
