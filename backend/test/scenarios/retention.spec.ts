import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type HoldRow,
  type Problem,
  type RetentionKind,
  type RetentionRun,
  type RetentionView,
} from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { checkDatabase } from '../../src/platform/audit/verify/read-database.js';
import { RunRetention } from '../../src/retention/application/run-retention.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, companion, documents } from '../support/booking.js';
import { House, idempotencyKey } from '../support/house.js';
import { anUpload } from '../support/photos.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let admin: string;
let visitId: string;
let number: string;

const view = async (cookie = admin) => (await house.get<RetentionView>('/api/retention', { cookie })).body;
const run = (): Promise<RetentionRun> => house.app.get(RunRetention).run('test');
const due = async (kind: RetentionKind) => (await view()).terms.find((term) => term.kind === kind)?.due;
const member = async () =>
  (await house.database.query<{ m: Record<string, string | null> }>('select party -> 1 as m from visit')).rows[0]?.m;
/** So many days after the end of the visit. Sessions end long before: whoever asks signs in anew. */
async function daysAfter(days: number): Promise<void> {
  house.clock.set(new Date(Date.parse('2026-11-24T09:00:00Z') + days * 86_400_000 + 1000).toISOString());
  admin = await signInAs(house, people.sunLi.number);
}

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  admin = await signInAs(house, people.sunLi.number);
  const visitor = await visitorSignIn(house, applicantMobile);
  const change = {
    applicant: { ...aBooking().applicant, photo: await anUpload(house) },
    consentFace: true,
    companions: [{ ...companion('林芳', documents.lin), mobile: '13700000002' }],
    transport: 'car' as const,
    plate: '浙E12345',
  };
  const visit = await approvedVisit(house, change, visitor);
  [visitId, number] = [visit.id, visit.number];
  const gate = await GateDevice.pair(house, gates.eastMain);
  house.clock.set('2026-11-24T01:00:00Z');
  const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
  await gate.letThrough(await phone.code(house.clock.now()), 'entry');
  house.clock.set('2026-11-24T08:00:00Z');
  await gate.letThrough(await phone.code(house.clock.now()), 'exit');
  await house.settle();
});
afterAll(() => house.close());

describe('what is kept of people', () => {
  it('is shown with its time and what would go, as counts', async () => {
    await daysAfter(0);
    const { terms, runs } = await view();
    expect(terms.find(({ kind }) => kind === 'document-number')).toMatchObject({
      hours: 90 * 24,
      due: 0,
      setBy: 'retention',
    });
    expect(terms.find(({ kind }) => kind === 'face-photo')).toMatchObject({ hours: 24, setBy: 'policy' });
    expect(terms.filter(({ hours }) => !(hours > 0))).toEqual([]);
    expect(runs).toEqual([]);
    expect(JSON.stringify(await view())).not.toMatch(/陈|林|浙E/);
  });

  it('is told to office, system and auditor, and to nobody else', async () => {
    for (const { number: staff } of [people.zhouTao, people.wuMin])
      expect((await house.get('/api/retention', { cookie: await signInAs(house, staff) })).status).toBe(200);
    expect((await house.get('/api/retention', { cookie: await signInAs(house, people.wangJing.number) })).status).toBe(
      403,
    );
  });

  it('loses the photo after a day, and nothing else', async () => {
    await daysAfter(2);
    expect(await due('face-photo')).toBe(1);
    expect((await run()).counts).toMatchObject({ 'face-photo': 1 });
    expect(await due('face-photo')).toBe(0);
    expect((await member())?.documentSealed).not.toBe('');
  });

  it('would lose the document number after 90 days: a dry run changes nothing', async () => {
    await daysAfter(89);
    expect(await due('document-number')).toBe(0);
    await daysAfter(90);
    const { terms } = await view();
    expect(terms.find(({ kind }) => kind === 'document-number')).toMatchObject({
      due: 1,
      oldest: '2026-11-24T09:00:00.000Z',
      newest: '2026-11-24T09:00:00.000Z',
    });
    expect((await member())?.documentSealed).not.toBe('');
  });

  it('loses the number then: the last four and the index remain, and a reveal says so', async () => {
    const before = await member();
    const { counts } = await run();
    expect(counts).toMatchObject({ 'document-number': 1, notice: expect.any(Number), session: expect.any(Number) });
    expect(counts).not.toHaveProperty('person');
    expect(await member()).toEqual({ ...before, documentSealed: '' });
    const reveal = `/api/visits/${visitId}/people/0/reveal`;
    const body = { fields: ['document'], reason: '核对身份' };
    const answer = await house.post<Problem>(reveal, body, { cookie: admin });
    expect(answer.body).toMatchObject({ status: 410, code: 'visit.number-ended' });
  });

  it('can be set within bounds, with a reason, by the security administrator alone', async () => {
    const set = (days: number, cookie = admin, kind: RetentionKind = 'mobile-number') =>
      house.post<RetentionView & Problem>(
        '/api/retention',
        { changes: [{ kind, days }], reason: '个保评估' },
        { cookie },
      );
    expect((await set(5)).body).toMatchObject({ status: 422, code: 'retention.out-of-bounds' });
    expect((await set(5, admin, 'face-photo')).body.code).toBe('retention.set-elsewhere');
    expect((await set(120, await signInAs(house, people.zhouTao.number))).status).toBe(403);
    const { body } = await set(120);
    expect(body).toMatchObject({ version: 1, versions: [{ version: 1, by: people.sunLi.name, reason: '个保评估' }] });
    await daysAfter(121);
    expect((await run()).counts).toMatchObject({ 'mobile-number': 1 });
    expect(await member()).toMatchObject({ mobileSealed: null, mobileMasked: '137****0002' });
  });
});

describe('a legal hold', () => {
  const place = (subject: string, cookie = admin, kind = 'visit') =>
    house.post<{ id: string } & Problem>('/api/holds', { kind, subject, reason: '公安协查' }, { cookie });
  let holdId: string;

  it('is placed by the office with a reason, once', async () => {
    await daysAfter(170);
    expect((await place('A0000000')).body.code).toBe('hold.subject-unknown');
    const placed = await place(number);
    expect(placed.status).toBe(201);
    holdId = placed.body.id;
    expect((await place(number)).body.code).toBe('hold.already-standing');
    const { body } = await house.get<HoldRow[]>('/api/holds?state=standing', { cookie: admin });
    expect(body).toMatchObject([
      { kind: 'visit', label: number, reason: '公安协查', placedBy: people.sunLi.name, released: null },
    ]);
  });

  it('keeps what is over its time, from the job as from the visitor', async () => {
    await daysAfter(400);
    expect(await due('person')).toBe(0);
    expect((await run()).counts).not.toHaveProperty('person');
    const visitor = await visitorSignIn(house, applicantMobile);
    const receipt = await house.post(
      '/api/visitor/erasure',
      {},
      { cookie: visitor, headers: { 'idempotency-key': idempotencyKey() } },
    );
    expect(receipt.body).toMatchObject({ visits: 0, held: 1 });
    expect((await member())?.name).toBe('林芳');
  });

  it('ends with a reason, and then everything goes: names, indexes, keys', async () => {
    const release = () => house.post<Problem>(`/api/holds/${holdId}/release`, { reason: '结案' }, { cookie: admin });
    expect((await release()).status).toBe(204);
    expect((await release()).body.code).toBe('hold.released');
    expect(await due('person')).toBe(1);
    const { counts, isComplete } = await run();
    expect(counts).toMatchObject({ person: 1 });
    expect(isComplete).toBe(true);
    expect(await member()).toMatchObject({ name: '已删除', documentIndex: '', mobileIndex: null });
    expect((await house.database.query('select from person_key where wrapped is not null')).rowCount).toBe(0);
    expect((await house.database.query('select from person_words where words && $1', [['林']])).rowCount).toBe(0);
    expect((await house.database.query('select from passage where plate is not null')).rowCount).toBe(0);
  });
});

describe('the rest of what is kept', () => {
  const long = "'2025-01-01'::timestamptz";
  const entry = '00000000-0000-7000-8000-0000000000b1';
  const incident = '00000000-0000-7000-8000-0000000000b2';
  const held = '00000000-0000-7000-8000-0000000000b3';

  beforeAll(async () => {
    const passage = (id: string) => `insert into passage (id, at, learned_at, campus_id, gate_id, device_id, direction,
      verdict, reason, outcome, credential, nonce, skew_seconds, policy_version, plate, evidence)
      values (${id}, ${long}, ${long}, '${campuses.east.id}', '${gates.eastMain.id}', gen_random_uuid(), 'entry', 'refuse',
        'UNKNOWN', 'refused', 'plate', 'n', 0, 1, '浙A00001', '{"seen": true}');`;
    await house.database.query(`
      update passage_keeping set looked_until = '-infinity';
      ${passage('gen_random_uuid()')} ${passage(`'${held}'`)}
      insert into incident (id, campus_id, kind, state, passage_ids, found_at)
        values ('${incident}', '${campuses.east.id}', 'double-passage', 'closed', '{${held}}', ${long});
      insert into blacklist_entry (id, name, level, reason, keys, from_at, listed_by, listed_at, lifted_by, lifted_at, lift_reason)
        values ('${entry}', '周某', 'refuse', '打架', '[{"kind": "plate", "index": "X", "masked": "X"}]', '2020-01-01', '赵', '2020-01-01', '赵', '2021-01-01', '误会');
      insert into blacklist_evidence (id, entry_id, name, media_type, size, sealed, added_by, added_at)
        values (gen_random_uuid(), '${entry}', 'a.pdf', 'application/pdf', 1, '', '赵', '2020-01-01');
      insert into passage_nonce values ('${campuses.east.id}', gen_random_uuid(), 'n', gen_random_uuid(), ${long}, '{}');
      update staff_member set active = false, left_at = ${long} where number = '${people.ouyangXue.number}';
      insert into directory_sync (id, origin, complete, label, outcome, counts, started_by_name, at)
        values ('${entry}', 'file', true, '', 'done', '{}', '赵', ${long});
      insert into directory_sync_line values ('${entry}', 1, 'staff', 'new', 1, 'T1', '钱某', '', '[]', null);
    `);
  });

  it('goes too, but for what an incident holds', async () => {
    const place = { kind: 'incident', subject: incident, reason: '事故调查' };
    expect((await house.post('/api/holds', place, { cookie: admin })).status).toBe(201);
    expect((await run()).counts).toMatchObject({
      'passage-evidence': 1,
      'blacklist-entry': 1,
      'blacklist-evidence': 1,
      'scan-answer': 1,
      'leaver-contact': 1,
      'directory-report': 1,
    });
    const { rows } = await house.database.query('select id from passage where plate is not null');
    expect(rows).toEqual([{ id: held }]);
    const { rows: listed } = await house.database.query('select name, reason, keys from blacklist_entry');
    expect(listed).toEqual([{ name: '已删除', reason: '', keys: [] }]);
  });

  it('goes with the release, although all before it was looked through', async () => {
    await house.database.query('update legal_hold set released_at = now() where released_at is null');
    expect((await run()).counts).toEqual({ 'passage-evidence': 1 });
  });
});

describe('a run', () => {
  it('finds nothing the second time', async () => {
    expect((await run()).counts).toEqual({});
    const { terms, runs } = await view();
    expect(terms.filter((term) => term.due > 0)).toEqual([]);
    expect(runs.length).toBeGreaterThan(3);
  });

  it('leaves counts in the audit, which verifies', async () => {
    const { rows } = await house.database.query<{ details: object }>(
      `select details from audit_entry where action = 'retention.ended' order by at`,
    );
    expect(rows[0]?.details).toMatchObject({ counts: { 'face-photo': 1 }, isComplete: true });
    const { rows: told } = await house.database.query<{ action: string }>(
      `select distinct action from audit_entry where action like 'retention.%' order by action`,
    );
    expect(told.map(({ action }) => action)).toEqual([
      'retention.ended',
      'retention.hold-placed',
      'retention.hold-released',
      'retention.set',
    ]);
    await house.app.get(AuditSealer).sweep();
    expect(await checkDatabase(house.appUrl, [])).toMatchObject({ found: 0 });
  });

  it('can be asked for, by who may set it', async () => {
    expect((await house.post('/api/retention/runs', {}, { cookie: admin })).status).toBe(200);
    const auditor = await signInAs(house, people.wuMin.number);
    expect((await house.post('/api/retention/runs', {}, { cookie: auditor })).status).toBe(403);
  });
});
