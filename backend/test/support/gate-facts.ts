import { randomUUID } from 'node:crypto';
import { type Client } from 'pg';
import { campuses, gates, people, units } from '../../seeds/small-campus.js';

const device = '00000000-0000-7000-8000-00000000dd01';

/** Writes visits, passes and passages straight into the tables, for stories that only read them. */
export class GateFacts {
  private number = 0;

  private constructor(private readonly database: Client) {}

  static async begin(database: Client): Promise<GateFacts> {
    await database.query(
      `insert into device (id, campus_id, name, gate_ids, state, added_by, added_at) values ($1, $2, '东门平板', '{}', 'paired', 'test', now())`,
      [device, campuses.east.id],
    );
    return new GateFacts(database);
  }

  async visit(
    change: {
      status?: string;
      campus?: string;
      unit?: string;
      from?: string;
      until?: string;
      at?: string;
      purpose?: string;
    } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.database.query(
      `insert into visit (id, number, request_key, status, campus_id, unit_id, host_id, transport, period_from, period_until, purpose, reason,
         party, notice_version, locale, policy_version, requested_at)
       values ($1, $2, $1, $3, $4, $5, $6, 'foot', $7, $8, $10, '-', '[]', '1', 'zh', 1, $9)`,
      [
        id,
        `V${++this.number}`,
        change.status ?? 'approved',
        change.campus ?? campuses.east.id,
        change.unit ?? units.computing.id,
        people.wangJing.id,
        change.from ?? '2026-11-23T00:00:00Z',
        change.until ?? '2026-11-23T10:00:00Z',
        change.at ?? '2026-11-22T00:00:00Z',
        change.purpose ?? 'other',
      ],
    );
    return id;
  }

  async pass(
    change: { name?: string; campus?: string; unit?: string; inside?: boolean; from?: string; until?: string } = {},
  ): Promise<string> {
    const [id, campus, unit] = [randomUUID(), change.campus ?? campuses.east.id, change.unit ?? units.computing.id];
    const until = change.until ?? '2026-11-23T10:00:00Z';
    const visit = await this.visit({ campus, unit, until, ...(change.from && { from: change.from }) });
    const display = {
      visitNumber: `N${this.number}`,
      unitId: unit,
      unitName: '计算机学院',
      hostId: people.wangJing.id,
      hostName: '王静',
    };
    await this.database.query(
      `insert into pass (id, campus_id, visit_id, person_index, person_key_id, number, state, person_name, document_masked, document_tail,
         display, period_from, period_until, issued_at)
       values ($1, $2, $3, 0, $1, $4, 'active', $5, '3305**********007X', '007X', $6, '2026-11-21T00:00:00Z', $7, now())`,
      [id, campus, visit, String(10_000_000 + this.number), change.name ?? '陈明', display, until],
    );
    await this.database.query(`insert into presence (campus_id, pass_id, state) values ($1, $2, $3)`, [
      campus,
      id,
      change.inside ? 'inside' : 'outside',
    ]);
    return id;
  }

  async passage(
    at: string,
    change: {
      pass?: string;
      direction?: string;
      outcome?: string;
      reason?: string;
      plate?: string;
      by?: string;
      gate?: { id: string; campus: { id: string } };
    } = {},
  ): Promise<string> {
    const [id, gate, outcome] = [randomUUID(), change.gate ?? gates.eastMain, change.outcome ?? 'admitted'];
    await this.database.query(
      `insert into passage (id, at, learned_at, campus_id, gate_id, device_id, pass_id, direction, verdict, reason, outcome, outcome_by, credential,
         plate, nonce, skew_seconds, policy_version)
       values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'code', $12, $13, 0, 1)`,
      [
        id,
        at,
        gate.campus.id,
        gate.id,
        device,
        change.pass ?? null,
        change.direction ?? 'entry',
        outcome === 'refused' ? 'refuse' : 'admit',
        change.reason ?? 'OK',
        outcome,
        change.by ?? '赵强',
        change.plate ?? null,
        id,
      ],
    );
    return id;
  }
}
