import { type Database } from '../src/platform/database/database.js';
import { type DemoCampus, type DemoGate } from './demo-directory.js';
import { type Moment } from './demo-gate-life.js';
import { insertAll } from './insert-all.js';
import { type Random } from './random.js';

const guards = ['周建华', '吴国平', '郑海龙', '冯永强', '陆志明', '沈根林', '钱小军', '俞正华'];

/** One device stands at each gate of the demo. */
export type GateDevices = Map<DemoGate, string>;

export async function addDevices(
  database: Database,
  campuses: DemoCampus[],
  random: Random,
  now: Date,
): Promise<GateDevices> {
  const devices: GateDevices = new Map();
  const rows = campuses.flatMap((campus) =>
    campus.gates.map((gate) => {
      const id = random.uuid(now);
      devices.set(gate, id);
      return {
        id,
        campus_id: campus.id,
        name: `${campus.place.name.replace(/校区$/, '')}${gate.name}岗亭`,
        gate_ids: [gate.id],
        state: 'paired',
        // The hash of a secret nobody has: these devices have a past, but cannot speak.
        secret_hash: Buffer.from(random.digits(32)),
        model: random.of(['HUAWEI MatePad', 'Redmi Pad', 'Lenovo M10']),
        app_version: '0.1.0',
        battery: random.between(35, 100) / 100,
        queue_length: 0,
        paired_at: new Date(now.getTime() - 40 * 86_400_000),
        last_seen_at: now,
        skew_seconds: random.between(-3, 3),
        added_by: '孙丽',
        added_at: new Date(now.getTime() - 41 * 86_400_000),
        version: 1,
      };
    }),
  );
  await insertAll(database, 'device', rows);
  return devices;
}

export type PassageRow = ReturnType<typeof passageRow>;

export function passageRow(moment: Moment, devices: GateDevices, random: Random, policyVersion: number) {
  const { at, campus, gate, pass, direction, verdict, reason, outcome, note } = moment;
  const judgedBySystem = outcome === 'lapsed' || verdict === 'refuse';
  const learnedAt = new Date(at.getTime() + (random.chance(0.02) ? random.between(300, 1500) : 1) * 1000);
  const credential =
    pass?.plate && random.chance(0.6)
      ? 'plate'
      : random.weighted([
          [88, 'code'],
          [7, 'number'],
          [5, 'document'],
        ] as const);
  return {
    id: random.uuid(at),
    at,
    learned_at: learnedAt,
    campus_id: campus.id,
    gate_id: gate.id,
    device_id: devices.get(gate),
    pass_id: pass?.id ?? null,
    visit_id: pass?.visitId ?? null,
    direction,
    verdict,
    reason,
    outcome,
    expires_at: verdict === 'admit' ? new Date(at.getTime() + 20_000) : null,
    outcome_at: judgedBySystem ? null : new Date(at.getTime() + random.between(2, 12) * 1000),
    outcome_by: judgedBySystem ? null : random.of(guards),
    outcome_note: note,
    credential,
    plate: pass?.plate ?? null,
    nonce: random.uuid(at),
    skew_seconds: random.between(0, 2),
    forced: false,
    policy_version: policyVersion,
  };
}
