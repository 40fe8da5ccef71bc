import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { AuditExport } from '../../src/platform/audit/audit-export.js';
import { AuditLog } from '../../src/platform/audit/audit-log.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { type CheckpointFile, parseCheckpoint } from '../../src/platform/audit/checkpoint.js';
import { AuditKeeper } from '../../src/platform/audit/audit-keeper.js';
import { Checkpoints } from '../../src/platform/audit/checkpoints.js';
import { ENTRY_AS_JSON, recomputedHash, type StoredEntry } from '../../src/platform/audit/link.js';
import { type FindingKind, type Report } from '../../src/platform/audit/verify/finding.js';
import { checkDatabase } from '../../src/platform/audit/verify/read-database.js';
import { checkFile } from '../../src/platform/audit/verify/read-file.js';
import { reportText } from '../../src/platform/audit/verify/report-text.js';
import { HotPool, JobPool } from '../../src/platform/database/database.module.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/events/unit-of-work.js';
import { Settings } from '../../src/platform/settings.js';
import { House } from '../support/house.js';

let house: House;
let folder: string;
/** a copy that somebody took away in time */
let kept: CheckpointFile;

const append = (count: number): Promise<void> =>
  house.app.get(UnitOfWork).run(async () => {
    for (let number = 0; number < count; number++) {
      const subject = { kind: 'visit', id: randomUUID(), campusId: randomUUID() };
      await house.app.get(AuditLog).append('visit.approved', subject, { number, when: new Date(0), reason: 'é "中"' });
    }
  });
const sealed = () => house.app.get(AuditSealer).sweep();
const checked = (checkpoints: CheckpointFile[] = []) => checkDatabase(house.appUrl, checkpoints);
const kinds = ({ findings }: Report): FindingKind[] => findings.map(({ kind }) => kind);

/** Changes the audit as somebody with all rights could, asks, and puts it back. */
async function tampered(statement: string, checkpoints: CheckpointFile[] = []): Promise<Report> {
  const { database } = house;
  await database.query(`create table kept_entry as table audit_entry; create table kept_seal as table audit_seal;
    create table kept_checkpoint as table audit_checkpoint; create table kept_key as table key_ring;
    alter table audit_seal drop constraint audit_seal_entry_id_key, drop constraint audit_seal_pkey`);
  try {
    await database.query(statement);
    return await checked(checkpoints);
  } finally {
    await database.query(`truncate audit_entry, audit_seal, audit_checkpoint, key_ring;
      insert into audit_entry table kept_entry; insert into audit_seal table kept_seal;
      insert into audit_checkpoint table kept_checkpoint; insert into key_ring table kept_key;
      drop table kept_entry, kept_seal, kept_checkpoint, kept_key;
      alter table audit_seal add primary key (seq), add unique (entry_id)`);
  }
}

beforeAll(async () => {
  house = await House.open();
  // The tests decide when something is sealed.
  await house.app.get(AuditKeeper).beforeApplicationShutdown();
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-audit-'));
  await append(12);
  kept = (await house.app.get(Checkpoints).make()) as CheckpointFile;
  await append(3);
  await sealed();
});
afterAll(() => house.close());

describe('the audit chain', () => {
  it('holds when nobody touched it', async () => {
    const report = await checked([kept]);
    expect(report).toMatchObject({ links: 15, firstSeq: 1, lastSeq: 15, unsealed: 0, found: 0 });
    expect(report.checkpoints.confirmed).toBe(report.checkpoints.given);
    expect(reportText(report)).toContain('Result: intact');
  });

  it('names what it found in both languages', async () => {
    const text = reportText(await tampered(`update audit_entry set action = 'visit.declined'`));
    expect(text).toContain('审计条目被修改 an entry was changed');
    expect(text).toContain('15 findings');
  });

  it.each([
    ['id', `gen_random_uuid()`],
    ['at', `at + interval '1 microsecond'`],
    ['actor_kind', `'staff'`],
    ['actor_id', `'x'`],
    ['actor_name', `'x'`],
    ['action', `'visit.declined'`],
    ['subject_kind', `'pass'`],
    ['subject_id', `'x'`],
    ['campus_id', `null`],
    ['details', `'{}'`],
    ['request_id', `'x'`],
    ['hash', `'\\x00'`],
    ['inserted_at', `inserted_at + interval '1 microsecond'`],
  ])('shows a change of %s of an entry', async (column, value) => {
    const sixth = '(select entry_id from audit_seal where seq = 6)';
    const { found, findings } = await tampered(`update audit_entry set ${column} = ${value} where id = ${sixth}`);
    expect(found).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({ seq: 6 });
  });

  it('knows every column of its tables', async () => {
    const { rows } = await house.database.query<{ columns: string }>(`
      select string_agg(column_name, ' ' order by ordinal_position) as columns from information_schema.columns
      where table_name in ('audit_entry', 'audit_seal', 'audit_checkpoint') group by table_name order by table_name`);
    expect(rows.map(({ columns }) => columns)).toEqual([
      'seq hash at key_version signature',
      'id at actor_kind actor_id actor_name action subject_kind subject_id campus_id details request_id hash inserted_at',
      'seq entry_id prev_hash hash sealed_at',
    ]);
  });

  it.each([
    ['entry_id', '(select entry_id from audit_seal where seq = 7)'],
    ['prev_hash', `'\\x00'`],
    ['hash', `'\\x00'`],
    ['sealed_at', `sealed_at + interval '1 microsecond'`],
    ['seq', '60'],
  ])('shows a change of %s of a seal', async (column, value) => {
    expect((await tampered(`update audit_seal set ${column} = ${value} where seq = 6`)).found).toBeGreaterThan(0);
  });

  it.each([
    ['hash', `'\\x00'`],
    ['at', `at + interval '1 second'`],
    ['signature', `'\\x00'`],
    ['key_version', `9`],
    ['seq', 'seq + 1'],
  ])('shows a change of %s of a checkpoint', async (column, value) => {
    expect((await tampered(`update audit_checkpoint set ${column} = ${value}`)).found).toBeGreaterThan(0);
  });

  it('shows an entry whose hash was made to fit', async () => {
    const { rows } = await house.database.query<{ entry: StoredEntry }>(
      `select ${ENTRY_AS_JSON} as entry from audit_entry as entry join audit_seal on entry_id = entry.id where seq = 6`,
    );
    const { entry } = rows[0] as { entry: StoredEntry };
    const hash = recomputedHash({ ...entry, action: 'visit.declined' });
    const report = await tampered(
      `update audit_entry set action = 'visit.declined', hash = '\\x${hash}' where id = '${entry.id}'`,
    );
    expect(report.findings).toMatchObject([{ kind: 'seal-changed', seq: 6 }]);
  });

  it('shows a deleted entry', async () => {
    const report = await tampered('delete from audit_entry where id = (select entry_id from audit_seal where seq = 4)');
    expect(report.findings).toMatchObject([{ kind: 'entry-missing', seq: 4 }]);
  });

  it('shows a deleted entry whose seal went too', async () => {
    const report = await tampered(`delete from audit_entry where id = (select entry_id from audit_seal where seq = 4);
      delete from audit_seal where seq = 4`);
    expect(report.findings).toMatchObject([{ kind: 'gap', seq: 5, about: '4–4' }]);
  });

  it('shows a deletion that was closed by renumbering', async () => {
    const report = await tampered(`delete from audit_entry where id = (select entry_id from audit_seal where seq = 4);
      delete from audit_seal where seq = 4; update audit_seal set seq = seq - 1 where seq > 4`);
    expect(kinds(report)).toContain('link-broken');
  });

  it('shows two entries that changed places', async () => {
    const report = await tampered(`update audit_seal set seq = case seq when 4 then 5 else 4 end where seq in (4, 5)`);
    expect(kinds(report)).toEqual(expect.arrayContaining(['link-broken', 'seal-changed']));
  });

  it('shows an entry squeezed in', async () => {
    const report = await tampered(`update audit_seal set seq = seq + 1 where seq > 4;
      insert into audit_seal select 5, entry_id, hash, hash, sealed_at from audit_seal where seq = 4`);
    expect(kinds(report)).toContain('seal-changed');
  });

  it('shows an entry left outside the chain for days', async () => {
    const report = await tampered(`delete from audit_seal where seq > 14;
      update audit_entry set inserted_at = inserted_at - interval '2 days'
      where id not in (select entry_id from audit_seal)`);
    expect(kinds(report)).toContain('unsealed-too-long');
  });

  it('shows an end that was cut off behind an exported checkpoint', async () => {
    const cut = `delete from audit_seal where seq > 9; delete from audit_entry where id not in (select entry_id from audit_seal);
      delete from audit_checkpoint`;
    expect(kinds(await tampered(cut, [kept]))).toEqual(['truncated']);
    expect((await tampered(cut)).found).toBe(0);
  });

  it('shows an audit that was emptied', async () => {
    const report = await tampered('truncate audit_seal, audit_entry, audit_checkpoint', [kept]);
    expect(kinds(report)).toEqual(['truncated']);
  });

  it('shows a history that was rewritten with the signing key replaced', async () => {
    const forged: CheckpointFile = { ...kept, hash: 'ab'.repeat(32) };
    expect(kinds(await checked([forged]))).toEqual(['checkpoint-signature', 'checkpoint-differs']);
    const report = await tampered(`update key_ring set public_key = '\\x02aa' where purpose = 'checkpoint'`, [kept]);
    expect(kinds(report)).toEqual(expect.arrayContaining(['key-replaced', 'checkpoint-signature']));
  });
});

describe('the sealer', () => {
  it('links an entry that was inserted early and committed late, behind those sealed meanwhile', async () => {
    const slow = new Client({ connectionString: house.ownerUrl });
    await slow.connect();
    await slow.query('begin');
    const id = randomUUID();
    await slow.query(
      `insert into audit_entry select $1, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, campus_id, details, request_id, hash
       from audit_entry limit 1`,
      [id],
    );
    await append(2);
    await sealed();
    await slow.query('commit');
    await slow.end();
    expect(await house.app.get(AuditSealer).sealRecent()).toBe(1);
    const { rows } = await house.database.query('select entry_id from audit_seal order by seq desc limit 1');
    expect(rows).toEqual([{ entry_id: id }]);
    await house.database.query('delete from audit_seal where entry_id = $1', [id]);
    await house.database.query('delete from audit_entry where id = $1', [id]);
  });

  it('finds an entry older than its window when it sweeps', async () => {
    await append(1);
    await house.database.query(
      `update audit_entry set inserted_at = inserted_at - interval '3 days' where id not in (select entry_id from audit_seal)`,
    );
    expect(await house.app.get(AuditSealer).sealRecent()).toBe(0);
    expect(await sealed()).toBe(1);
  });

  it('works once when many ask at the same time', async () => {
    await append(20);
    const sealer = house.app.get(AuditSealer);
    const counts = await Promise.all([sealer.sweep(), sealer.sealRecent(), sealer.sweep(), sealer.sealRecent()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(20);
    expect((await checked()).found).toBe(0);
  });
});

describe('the rights of the application', () => {
  it.each(['audit_entry', 'audit_seal', 'audit_checkpoint'])('do not let it change or empty %s', async (table) => {
    const app = new Client({ connectionString: house.appUrl, options: '-c role=gatehouse_app' });
    await app.connect();
    for (const statement of [
      `update ${table} set hash = hash`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `drop table ${table}`,
    ])
      await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    await app.end();
  });
});

describe('the connections of the application itself', () => {
  const statements = ['update audit_entry set hash = hash', 'delete from audit_seal', 'truncate audit_checkpoint'];

  it('are none that could change the chain: not those of commands, nor of the gate, nor of jobs', async () => {
    const [database, hot, jobs] = [house.app.get(Database), house.app.get(HotPool), house.app.get(JobPool)];
    for (const statement of statements) {
      await expect(database.run(sql.raw(statement))).rejects.toThrow(/permission denied/);
      for (const pool of [hot, jobs]) await expect(pool.query(statement)).rejects.toThrow(/permission denied/);
    }
  });

  it('belong to a login that owns nothing and is no superuser, in the embedded database', async () => {
    const { rows } = await house.app.get(JobPool).query<{ own: number; super: boolean; login: string; owner: string }>(`
      select (select count(*)::int from pg_tables where tableowner = session_user) as own, session_user as login,
             (select rolsuper or rolcreaterole from pg_roles where rolname = session_user) as super,
             (select tableowner from pg_tables where tablename = 'audit_entry') as owner`);
    expect(rows[0]).toMatchObject({ own: 0, super: false });
    expect(rows[0]?.login).not.toBe(rows[0]?.owner);
  });
});

describe('checkpoints', () => {
  it('are written outside of the database', () => {
    const files = readdirSync(join(house.app.get(Settings).DATA_DIR, 'checkpoints'));
    expect(files).toContain('audit-0000000012.json');
  });

  it('are made once a day', async () => {
    const checkpoints = house.app.get(Checkpoints);
    const before = (await checkpoints.all()).length;
    await checkpoints.makeDaily();
    expect(await checkpoints.all()).toHaveLength(before);
    house.clock.forward(86_400);
    await checkpoints.makeDaily();
    expect(await checkpoints.all()).toHaveLength(before + 1);
  });
});

async function collected(pieces: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

describe('an exported audit', () => {
  let lines: string[];
  const stored = (changed: string[]): string => {
    const file = join(folder, `${randomUUID()}.jsonl`);
    writeFileSync(file, changed.join(''));
    return file;
  };
  const found = async (changed: string[], checkpoints = [kept]) => kinds(await checkFile(stored(changed), checkpoints));

  beforeEach(async () => {
    const text = (await collected(house.app.get(AuditExport).lines(1))).join('');
    lines = text.match(/.*\n/g) ?? [];
  });

  it('is intact without a database', async () => {
    const report = await checkFile(stored(lines), [kept]);
    expect(report).toMatchObject({ found: 0, firstSeq: 1 });
    expect(report.checkpoints.confirmed).toBe(report.checkpoints.given);
  });

  it('can begin in the middle, tied to a checkpoint just before', async () => {
    const text = (await collected(house.app.get(AuditExport).lines(13))).join('');
    expect(await checkFile(stored([text]), [kept])).toMatchObject({ found: 0, firstSeq: 13 });
    expect(await found([text], [{ ...kept, hash: '00'.repeat(32) }])).toContain('checkpoint-differs');
  });

  it('shows a change, a missing line, a swap, a cut and rubbish', async () => {
    const at = lines.findIndex((line) => line.startsWith('{"seq":5,'));
    const [fifth = '', sixth = ''] = lines.slice(at, at + 2);
    expect(await found(lines.with(at, fifth.replace('visit.approved', 'visit.declined')))).toEqual(['entry-changed']);
    expect(await found(lines.toSpliced(at, 1))).toEqual(['gap']);
    expect(await found(lines.with(at, sixth).with(at + 1, fifth))).toContain('gap');
    expect(await found(lines.slice(0, at))).toEqual(expect.arrayContaining(['file-unfinished', 'truncated']));
    expect(await found(lines.with(at, '{"seq":5}\n'))).toEqual(['file-malformed', 'gap']);
    expect(await found(['hello\n'])).toContain('file-malformed');
  });

  it('is read by the checkpoint files of the house', () => {
    const file = join(house.app.get(Settings).DATA_DIR, 'checkpoints', 'audit-0000000012.json');
    expect(parseCheckpoint(readFileSync(file, 'utf8'))).toEqual(kept);
  });
});
