import { type Direction } from '@gatehouse/contract';
import { type PoolClient } from 'pg';
import { type Shown } from './credential.js';

/** What was shown, and where. */
export interface Sought {
  shown: Shown;
  direction: Direction;
  campusId: string;
  gateId: string;
  deviceId: string;
}

/**
 * The pass that a typed number, a document or a plate stands for. A person may have many: for an exit the one that is
 * inside, otherwise the one that fits now at this campus, then the next to come, then the last one.
 */
const best = (condition: string) => `
  select p.id from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id
  where ${condition}
  order by ($2 = 'exit' and s.state = 'inside') desc, p.state = 'active' desc, p.campus_id = $3 desc,
    p.period_until > $4 desc, case when p.period_until > $4 then p.period_from end, p.period_until desc, p.person_index
  limit 1`;

/**
 * One of the others of the party that stands at this gate: its passage proves it, and only to the device that asked.
 */
const byParty = `
  select p.id from passage f join pass p on p.visit_id = f.visit_id and p.person_index = $2 and p.id <> f.pass_id
  where f.id = $1 and f.campus_id = $3 and f.gate_id = $4 and f.device_id = $5 and f.direction = $6
    and f.verdict = 'admit' and f.outcome in ('waiting', 'admitted') and f.at > $7`;
const PARTY_STANDS_MS = 30 * 60_000;

const byNumber = `select id from pass where number = $1`;
const byDocument = best('p.document_index = $1');
const byPlate = best('p.plate_key = $1');

/** The id of the pass, null when there is none; codes are found by their lookup instead. */
export async function locate(
  client: PoolClient,
  { shown, direction, campusId, gateId, deviceId }: Sought,
  now: Date,
): Promise<string | null> {
  const first = async (name: string, text: string, values: unknown[]) =>
    (await client.query<{ id: string }>({ name, text, values })).rows[0]?.id ?? null;
  switch (shown.kind) {
    case 'long':
    case 'face':
      return shown.passId;
    case 'number':
      return first('pass-by-number', byNumber, [shown.number]);
    case 'document':
      return first('pass-by-document', byDocument, [shown.index, direction, campusId, now]);
    case 'plate':
      return first('pass-by-plate', byPlate, [shown.key, direction, campusId, now]);
    case 'party': {
      const since = new Date(now.getTime() - PARTY_STANDS_MS);
      const { passageId, personIndex } = shown;
      const values = [passageId, personIndex, campusId, gateId, deviceId, direction, since];
      return first('pass-of-party', byParty, values);
    }
    default:
      return null;
  }
}

export interface Replaced {
  passId: string;
  phoneKey: Buffer;
}

/** Lookups of phones that their pass has left. */
export async function replacedLookups(client: PoolClient, lookups: string[]): Promise<Map<string, Replaced>> {
  const { rows } = await client.query<{ lookup: string; pass_id: string; phone_key: Buffer }>({
    name: 'denied-lookups',
    text: `select encode(lookup, 'hex') as lookup, pass_id, phone_key from denied_lookup where lookup = any($1::bytea[])`,
    values: [lookups.map((lookup) => Buffer.from(lookup, 'hex'))],
  });
  return new Map(rows.map(({ lookup, pass_id: passId, phone_key: phoneKey }) => [lookup, { passId, phoneKey }]));
}
