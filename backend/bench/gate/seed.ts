import { hkdfSync } from 'node:crypto';
import { Client } from 'pg';
import { phoneOf } from './phones.js';

const id = (tail: string) => `00000000-0000-7000-8000-${tail.padStart(12, '0')}`;
export const ids = { campus: id('c1'), gate: id('d1'), device: id('dd1'), unit: id('e1'), host: id('f1') };
/** As many devices as the load has connections: each has its own rate. */
export const devices = Array.from({ length: 64 }, (_, n) =>
  n === 0 ? ids.device : id(`dd1${n.toString(16).padStart(2, '0')}`),
);
export const SECRET = 'A'.repeat(43);
const CHUNK = 2000;

/** A campus, a gate, somebody who administers, a paired device, a blacklist of a thousand, and so many passes, each with a key of its own. */
export async function seed(ownerUrl: string, passes: number): Promise<void> {
  const database = new Client({ connectionString: ownerUrl });
  await database.connect();
  await database.query(`
    insert into campus values ('${ids.campus}', 1, '东校区', 'East', '-', 1);
    insert into gate (id, campus_id, code, name, name_en) values ('${ids.gate}', '${ids.campus}', 'E1', '东门', 'East Gate');
    insert into unit (id, campus_id, code, name, pinyin_full, pinyin_initials) values ('${ids.unit}', '${ids.campus}', 'CS', '计算机学院', '-', '-');
    insert into staff_member (id, number, name, unit_id, pinyin_full, pinyin_initials) values ('${ids.host}', 'T1', '王静', '${ids.unit}', '-', '-');
    insert into role_grant (id, staff_id, role, granted_at) values (gen_random_uuid(), '${ids.host}', 'system-admin', now());
    insert into device (id, campus_id, name, gate_ids, state, secret_hash, added_by, added_at)
      select device::uuid, '${ids.campus}', '东门平板', '{${ids.gate}}', 'paired', sha256('${SECRET}'), 'bench', now()
      from unnest('{${devices.join(',')}}'::text[]) as device;
    insert into blacklist_entry (id, name, level, reason, keys, from_at, listed_by, listed_at)
      select gen_random_uuid(), '某人', 'refuse', '-', jsonb_build_array(jsonb_build_object('kind', 'document', 'index', md5(n::text))),
        now() - interval '1 day', 'bench', now() from generate_series(1, 1000) n;
    create table limit_row (like passage including defaults);
    alter table limit_row add primary key (campus_id, id, at);
    grant insert on limit_row to gatehouse_app;
  `);
  for (let from = 0; from < passes; from += CHUNK) await addPasses(database, from, Math.min(passes, from + CHUNK));
  await database.query('vacuum analyze');
  await database.end();
}

async function addPasses(database: Client, from: number, until: number): Promise<void> {
  const rows = Array.from({ length: until - from }, (_, at) => {
    const phone = phoneOf(from + at);
    const lookup = Buffer.from(hkdfSync('sha256', phone.secret, '', 'GH1 lookup', 16));
    return { n: from + at, lookup: lookup.toString('hex'), point: phone.point.toString('hex') };
  });
  await database.query(
    `with f as materialized (
       select *, gen_random_uuid() as visit_id, gen_random_uuid() as pass_id
       from json_to_recordset($1) as f (n int, lookup text, point text)
     ), visits as (
       insert into visit (id, number, request_key, status, campus_id, unit_id, host_id, transport, period_from, period_until, purpose,
         reason, party, notice_version, locale, policy_version, requested_at)
       select visit_id, 'B' || n, visit_id, 'approved', '${ids.campus}', '${ids.unit}', '${ids.host}', 'foot', now() - interval '1 hour',
         now() + interval '1 day', 'other', '-', '[]', '1', 'zh', 1, now() from f
     ), passes as (
       insert into pass (id, campus_id, visit_id, person_index, person_key_id, number, state, person_name, document_masked, document_tail,
         document_index, mobile_index, display, period_from, period_until, lookup, phone_key, key_number, issued_at)
       select pass_id, '${ids.campus}', visit_id, 0, pass_id, lpad(n::text, 8, '0'), 'active', '陈明', '3***************7X', '007X',
         decode(md5('d' || n), 'hex'), decode(md5('m' || n), 'hex'),
         jsonb_build_object('visitNumber', 'B' || n, 'unitId', '${ids.unit}', 'unitName', '计算机学院', 'hostId', '${ids.host}',
           'hostName', '王静', 'transport', 'foot', 'partySize', 1),
         now() - interval '1 hour', now() + interval '1 day', decode(lookup, 'hex'), decode(point, 'hex'), 1, now() from f
     )
     insert into presence (campus_id, pass_id) select '${ids.campus}', pass_id from f`,
    [JSON.stringify(rows)],
  );
}

/** All passes free again, between two runs. */
export async function freeAll(ownerUrl: string): Promise<void> {
  const database = new Client({ connectionString: ownerUrl });
  await database.connect();
  await database.query(
    'update presence set reserved_nonce = null, reserved_until = null, reserved_gate_id = null where reserved_nonce is not null',
  );
  await database.query('vacuum presence');
  await database.end();
}

/** Once before it is measured, so that none falls into a round; before each, every page would be written whole again. */
export async function checkpoint(ownerUrl: string): Promise<void> {
  const database = new Client({ connectionString: ownerUrl });
  await database.connect();
  await database.query('checkpoint').catch(() => undefined);
  await database.end();
}
