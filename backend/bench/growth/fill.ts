import { Client } from 'pg';
import { chineseName } from '../../seeds/chinese-names.js';
import { Random } from '../../seeds/random.js';
import { readingsOf } from '../../src/visit/infrastructure/name-spelling.js';
import { seed } from '../gate/seed.js';
import { stripped } from './bare-tables.js';
import {
  block,
  DAYS_PER_BLOCK,
  entries,
  functions,
  hours,
  NAMES,
  passages,
  passagesUntil,
  PER_DAY,
  places,
  present,
  visits,
} from './rows.js';

const DAY_MS = 86_400_000;
const HOURS_AHEAD_OF_UTC = 8;
/** The audit of the last days only: with all of it the disk would hold half as many passages. */
const AUDITED_DAYS = 50;
/** With more than that missing, filling with the indexes in place would take longer than without. */
const MANY = 500_000;
const big = ['visit', 'approval', 'pass', 'presence', 'person_words', 'passage', 'audit_entry', 'audit_seal'];

export interface Filling {
  ownerUrl: string;
  /** days of life before today */
  days: number;
  /** passes that the load knows the phones of */
  phones: number;
  say: (line: string) => void;
}

/** Brings a database up to this moment: the first time all its days, later what has happened since. */
export async function fill({ ownerUrl, days, phones, say }: Filling): Promise<void> {
  const [database, helper] = [await connected(ownerUrl), await connected(ownerUrl)];
  const known = await progressOf(database);
  const origin = known?.origin ?? new Date(campusMidnight(Date.now()) - LONGEST_DAYS * DAY_MS);
  const until = passagesUntil(new Date(), origin);
  const first = known?.passages ?? (LONGEST_DAYS - days) * PER_DAY;
  if (!known) await prepare(database, origin, ownerUrl, phones);
  const work = () =>
    addLife([database, helper], first, until, known?.blocks ?? first / (PER_DAY * DAYS_PER_BLOCK), say);
  // What the triggers would add comes with the rows.
  await database.query('alter table visit disable trigger user');
  await (until - first > MANY ? stripped(database, big, work) : work());
  await database.query('alter table visit enable trigger user');
  if (until - first > MANY || !known) {
    await database.query('vacuum analyze');
    for (const statement of hours) await database.query(statement);
  }
  for (const statement of present) await database.query(statement, [until]);
  // A run must not be held to what the one before it has asked.
  await database.query('delete from rate_limit');
  // What a server that runs all the time has done by then.
  await database.query('vacuum analyze visit, pass, presence, person_words, passage_hour, presence_sample');
  await Promise.all([database.end(), helper.end()]);
}

async function connected(ownerUrl: string): Promise<Client> {
  const client = new Client({
    connectionString: ownerUrl,
    options: '-c timezone=UTC -c jit=off -c maintenance_work_mem=512MB',
  });
  await client.connect();
  return client;
}

/** Day 0 of every database is the same day, so that the same numbers mean the same days. */
const LONGEST_DAYS = 1000;

async function progressOf(database: Client): Promise<{ origin: Date; passages: number; blocks: number } | null> {
  const there = await database.query<{ there: boolean }>(`select to_regclass('bench_progress') is not null as there`);
  if (!there.rows[0]?.there) return null;
  const { rows } = await database.query<{ origin: Date; passages: number; blocks: number }>(
    'select origin, passages::float8 as passages, blocks::float8 as blocks from bench_progress',
  );
  return rows[0] ?? null;
}

async function prepare(database: Client, origin: Date, ownerUrl: string, phones: number): Promise<void> {
  await seed(ownerUrl, phones);
  await database.query(functions(origin));
  const random = new Random(7);
  const names = Array.from({ length: NAMES }, () => chineseName(random));
  const facts = names.map((name, n) => ({ n, name, readings: readingsOf(name) }));
  await database.query(
    `insert into bench_name select n, name, gatehouse_bigrams(name) || readings
     from jsonb_to_recordset($1::jsonb) as f (n int, name text, readings text[]) on conflict do nothing`,
    [JSON.stringify(facts)],
  );
  await database.query('analyze bench_name');
  await database.query(places);
  for (let at = origin.getTime(); at < Date.now(); at += 28 * DAY_MS)
    await database.query('select gatehouse_make_passage_month($1::date)', [new Date(at)]);
}

async function addLife(
  [database, helper]: [Client, Client],
  first: number,
  until: number,
  firstBlock: number,
  say: (line: string) => void,
): Promise<void> {
  const perBlock = PER_DAY * DAYS_PER_BLOCK;
  const lastBlock = Math.floor(until / perBlock);
  for (let from = firstBlock; from <= lastBlock; from += 20) {
    await database.query(visits, [from, Math.min(from + 19, lastBlock), lastBlock]);
    for (const statement of block) await database.query(statement, [from, Math.min(from + 19, lastBlock)]);
  }
  const audited = Math.max(first, until - AUDITED_DAYS * PER_DAY);
  const chunks = Array.from({ length: Math.ceil((until - first) / perBlock) }, (_, at) => first + at * perBlock);
  await Promise.all(
    [database, helper].map(async (lane) => {
      for (let from = chunks.shift(); from !== undefined; from = chunks.shift()) {
        const end = Math.min(until, from + perBlock);
        await lane.query(passages, [from, end]);
        if ((from - first) % (perBlock * 10) === 0)
          say(`  ${(end - first).toLocaleString('en')} of ${(until - first).toLocaleString('en')} passages`);
      }
    }),
  );
  for (let from = audited; from < until; from += perBlock)
    await database.query(entries, [from, Math.min(until, from + perBlock)]);
  await database.query('delete from bench_progress');
  await database.query('insert into bench_progress select bench_block_at(0), $1, $2', [until, lastBlock + 1]);
  await database.query(`update audit_follower set seq = (select max(seq) from audit_seal) where name = 'roll-ups'`);
}

const campusMidnight = (now: number): number => {
  const ahead = HOURS_AHEAD_OF_UTC * 3_600_000;
  return Math.floor((now + ahead) / DAY_MS) * DAY_MS - ahead;
};
