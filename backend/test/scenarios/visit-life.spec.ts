import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CountedPage, type Dashboard, type Problem, type StaffVisit, type VisitRow } from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, book, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';
import { Pair } from '../support/visit-life.js';

let house: House;
let pair: Pair;
let stranger: string;

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z', env: { PUBLIC_URL: 'http://gate.example' } });
  await seedSmallCampus(house.app);
  pair = await Pair.of(house);
  stranger = await visitorSignIn(house, '13700000000');
});
afterAll(() => house.close());

/** Every visit on a day of its own. */
let days = 0;
const aDay = () => {
  const day = `2026-12-${String(1 + days++).padStart(2, '0')}`;
  return { from: `${day}T01:00:00.000Z`, until: `${day}T09:00:00.000Z` };
};
const kinds = async (id: string) => (await pair.see(id)).history.map(({ kind }) => kind);
const fieldsOf = (answer: { body: unknown }) =>
  ((answer.body as Problem).fields ?? []).map(({ path, code }) => [path, code]);

describe('a correction', () => {
  let id: string;
  let approval: string;

  beforeAll(async () => {
    id = (await book(house, aBooking({ period: aDay(), companions: [companion('林芳', documents.lin)] }))).body.id;
    approval = await pair.approvalOf(id);
  });

  it('is asked only of fields on the list, with words, by who has to decide', async () => {
    const { correctable, can } = await pair.detail(approval);
    expect(can.askForCorrection).toBe(true);
    expect(correctable).toEqual([
      'applicant.name',
      'applicant.document',
      'applicant.mobile',
      'applicant.organisation',
      'companions.1.name',
      'companions.1.document',
      'companions.1.mobile',
      'period',
      'reason',
    ]);
    const ask = (field: string, note: string, cookie?: string) =>
      pair.decide(approval, 'correction', { fields: [{ field, note }] }, cookie);
    expect(fieldsOf(await ask('host', '换一位'))).toEqual([['fields.0.field', 'approval.field-unknown']]);
    expect(fieldsOf(await ask('reason', ' '))).toEqual([['fields.0.note', 'field.needed']]);
    expect((await ask('reason', '写清楚', await signInAs(house, people.liJianguo.number))).status).toBe(403);
    expect((await pair.do(id, 'correction', { reason: '没人问' })).body.code).toBe('visit.no-correction-asked');
  });

  it('leaves the host’s to-do, tells the visitor, and shows him each note', async () => {
    const fields = [
      { field: 'reason', note: '请写明参加哪个活动' },
      { field: 'companions.1.document', note: '证件号与姓名不符' },
    ];
    expect((await pair.decide(approval, 'correction', { fields })).status).toBe(204);
    expect((await pair.decide(approval, 'correction', { fields })).status).toBe(204);
    const visit = await pair.see(id);
    expect(visit).toMatchObject({
      status: 'pending',
      next: { kind: 'visitor' },
      correction: { askedBy: '王*', fields },
    });
    expect((await kinds(id)).filter((kind) => kind === 'correction-asked')).toHaveLength(1);
    expect((await pair.todo()).items.map(({ id }) => id)).not.toContain(approval);
    expect((await pair.todo('all')).items.find((row) => row.id === approval)?.correction?.fields).toEqual(fields);
    expect(await pair.message('correction-asked')).toContain(`http://gate.example/visit/records/${id}`);
  });

  it('takes exactly what was asked, by the rules of the form', async () => {
    const companions = [{ index: 1, documentKind: 'PRC_ID', documentNumber: documents.zhao }];
    expect(fieldsOf(await pair.do(id, 'correction', { reason: '学术年会', companions, plate: '浙E12345' }))).toEqual([
      ['plate', 'visit.field-not-asked'],
    ]);
    expect(fieldsOf(await pair.do(id, 'correction', { companions }))).toEqual([['reason', 'field.needed']]);
    const wrong = [{ index: 1, documentKind: 'PRC_ID', documentNumber: '330502199003071011' }];
    expect(fieldsOf(await pair.do(id, 'correction', { reason: '学术年会', companions: wrong }))).toEqual([
      ['companions.1.documentNumber', 'document.check-digit'],
    ]);
    const twice = [{ index: 1, documentKind: 'PRC_ID', documentNumber: documents.chen }];
    expect((await pair.do(id, 'correction', { reason: '学术年会', companions: twice })).body.code).toBe(
      'visit.same-person-twice',
    );
    expect((await pair.do(id, 'correction', { reason: '学术年会', companions }, stranger)).status).toBe(404);
    expect((await pair.do(id, 'correction', { reason: '学术年会', companions })).status).toBe(204);
    expect((await pair.do(id, 'correction', { reason: '学术年会', companions })).status).toBe(409);
  });

  it('lies with the same approver again, and both see what happened', async () => {
    const visit = await pair.see(id);
    expect(visit).toMatchObject({ reason: '学术年会', correction: null, next: { kind: 'host', who: '王*' } });
    expect(visit.party[1]?.documentMasked).toMatch(/^4.*23$/);
    expect(await kinds(id)).toEqual(['requested', 'correction-asked', 'corrected']);
    const { history } = await pair.detail(approval);
    expect(history[1]?.notes?.[0]).toEqual({ field: 'reason', note: '请写明参加哪个活动' });
    expect((await pair.todo()).items.map(({ id }) => id)).toContain(approval);
    expect((await pair.decide(approval, 'agreement', { opinion: '内部：已电话核实' })).status).toBe(204);
    expect((await pair.see(id)).history.find(({ kind }) => kind === 'host-agreed')?.opinion).toBeNull();
    expect((await pair.decide(approval, 'correction', { fields: [{ field: 'reason', note: '晚了' }] })).body.code).toBe(
      'approval.already-decided',
    );
  });

  it('keeps the new number sealed', async () => {
    const { rows } = await house.database.query<{ line: string }>(
      'select row_to_json(v)::text as line from visit v where id = $1',
      [id],
    );
    expect(rows[0]?.line).not.toContain(documents.zhao);
  });
});

describe('a change', () => {
  it('of a pending visit asks the host anew, and keeps what is not typed again', async () => {
    const period = aDay();
    const { id } = (
      await book(
        house,
        aBooking({ period, companions: [companion('林芳', documents.lin), companion('赵磊', documents.zhao)] }),
      )
    ).body;
    const before = await pair.see(id);
    const moved = { from: period.from, until: period.until.replace('T09', 'T10') };
    const input = {
      transport: 'car',
      plate: '浙E12345',
      period: moved,
      reason: '改期',
      companions: [{ keep: 2, name: '赵小磊' }],
    };
    expect((await pair.do(id, 'change', input, stranger)).status).toBe(404);
    expect((await pair.do(id, 'change', input)).status).toBe(204);
    expect((await pair.do(id, 'change', input)).status).toBe(204);
    const visit = await pair.see(id);
    expect(visit).toMatchObject({
      status: 'pending',
      plate: '浙E12345',
      period: moved,
      reason: '改期',
      canChange: true,
    });
    expect(visit.party.map(({ index, documentMasked }) => [index, documentMasked])).toEqual([
      [0, before.party[0]?.documentMasked],
      [2, before.party[2]?.documentMasked],
    ]);
    expect(await kinds(id)).toEqual(['requested', 'changed']);
    expect((await pair.detail(await pair.approvalOf(id))).steps.map(({ state }) => state)).toEqual([
      'skipped',
      'waiting',
    ]);
    expect((await pair.todo('all')).items.filter(({ visitId }) => visitId === id)).toHaveLength(1);
  });

  it('of an approved visit takes its passes back until it is approved again, then the same passes work', async () => {
    const period = aDay();
    const { id, passes } = await approvedVisit(
      house,
      { period, companions: [companion('林芳', documents.lin)] },
      pair.visitor,
    );
    const { phone } = await onPhone(house, pair.visitor, passes[0]?.id ?? '');
    const gate = await GateDevice.pair(house, gates.eastMain);
    const input = { transport: 'foot', period, reason: '换了同行人', companions: [companion('赵磊', documents.zhao)] };
    expect((await pair.do(id, 'change', input)).status).toBe(204);
    const changed = await pair.see(id);
    expect(changed.status).toBe('pending');
    expect(changed.passes.map(({ state }) => state)).toEqual(['revoked']);
    expect((await gate.ask(await phone.code(house.clock.now()))).reason).toBe('NOT_APPROVED');
    expect(await pair.message('visit-changed')).toContain('需重新审批');

    await pair.decide(await pair.approvalOf(id), 'agreement', { opinion: '欢迎', forVisitor: true });
    const again = await pair.see(id);
    expect(again.passes.map(({ id, personIndex, state }) => [id, personIndex, state])).toEqual([
      [passes[0]?.id, 0, 'active'],
      [expect.any(String), 2, 'active'],
    ]);
    expect(again.passes[1]?.id).not.toBe(passes[1]?.id);
    expect(await kinds(id)).toEqual(['requested', 'host-agreed', 'approved', 'changed', 'host-agreed', 'approved']);
    expect(again.history[4]?.opinion).toBe('欢迎');
    expect((await gate.ask(await phone.code(house.clock.now()))).reason).toBe('TOO_EARLY');
  });

  it('keeps to the rules of booking', async () => {
    const [period, taken] = [aDay(), aDay()];
    const { id } = (await book(house, aBooking({ period }))).body;
    await book(house, aBooking({ period: taken }));
    const input = { transport: 'foot', period, reason: '同上', companions: [] as unknown[] };
    const change = (but: object) => pair.do(id, 'change', { ...input, ...but });
    expect((await change({ period: taken })).body.code).toBe('visit.already-booked');
    expect(fieldsOf(await change({ period: { from: period.from, until: '2026-12-30T01:00:00Z' } }))).toEqual([
      ['period.until', 'policy.too-long'],
    ]);
    expect(fieldsOf(await change({ transport: 'car' }))).toEqual([['plate', 'field.needed']]);
    expect(fieldsOf(await change({ companions: [{ name: '新人' }] }))).toEqual([
      ['companions.0.documentKind', 'field.needed'],
      ['companions.0.documentNumber', 'field.needed'],
    ]);
    expect(fieldsOf(await change({ companions: [{ keep: 7 }] }))).toEqual([['companions.0.keep', 'field.choice']]);
    const office = await signInAs(house, people.zhaoQiang.number);
    const listed = { name: '某人', plate: '浙E99999', level: 'refuse', reason: '扰乱秩序' };
    expect((await house.post('/api/blacklist', listed, { cookie: office })).status).toBe(201);
    expect((await change({ transport: 'car', plate: '浙E99999' })).status).toBe(204);
    expect((await pair.decide(await pair.approvalOf(id), 'agreement', {})).body.code).toBe('visit.being-checked');
  });
});

describe('an extension', () => {
  let id: string;
  let passId: string;
  const period = aDay();
  const later = period.until.replace('T09', 'T11');

  beforeAll(async () => {
    const visit = await approvedVisit(house, { period }, pair.visitor);
    [id, passId] = [visit.id, visit.passes[0]?.id ?? ''];
  });

  it('goes to the host as a to-do of its own', async () => {
    expect((await pair.see(id)).canExtend).toBe(true);
    expect((await pair.do(id, 'extension', { until: later }, stranger)).status).toBe(404);
    expect(fieldsOf(await pair.do(id, 'extension', { until: period.from }))).toEqual([
      ['until', 'policy.period-empty'],
    ]);
    expect(fieldsOf(await pair.do(id, 'extension', { until: '2027-01-20T01:00:00Z' }))).toEqual([
      ['until', 'policy.too-long'],
    ]);
    expect((await pair.do(id, 'extension', { until: later, reason: '会议延长' })).status).toBe(204);
    expect((await pair.do(id, 'extension', { until: later })).status).toBe(204);
    expect((await pair.do(id, 'extension', { until: later.replace('T11', 'T12') })).body.code).toBe(
      'visit.extension-open',
    );
    expect(await pair.see(id)).toMatchObject({ canExtend: false, extension: { until: later, reason: '会议延长' } });
    const row = (await pair.todo()).items.find(({ visitId }) => visitId === id);
    expect(row).toMatchObject({ subject: 'extension', visitStatus: 'approved', extension: { until: later } });
    expect(await pair.message('extension-opened')).toContain('申请延长时间');
  });

  it('refused, changes nothing and says why', async () => {
    await pair.decide(await pair.approvalOf(id, 'extension'), 'refusal', { opinion: '闭馆' });
    expect(await pair.see(id)).toMatchObject({ status: 'approved', period, extension: null, canExtend: true });
    expect(await pair.message('extension-refused')).toContain('原因：闭馆');
  });

  it('agreed, lengthens the visit and the same pass', async () => {
    await pair.do(id, 'extension', { until: later });
    expect((await pair.decide(await pair.approvalOf(id, 'extension'), 'agreement')).status).toBe(204);
    const visit = await pair.see(id);
    expect(visit).toMatchObject({ status: 'approved', period: { from: period.from, until: later }, extension: null });
    const pass = await house.get<{ period: unknown }>(`/api/visitor/passes/${passId}`, { cookie: pair.visitor });
    expect(pass.body.period).toEqual({ from: period.from, until: later });
    expect(await pair.message('extension-agreed')).toContain(`http://gate.example/visit/pass/${passId}`);
    expect((await kinds(id)).slice(-4)).toEqual([
      'extension-asked',
      'extension-refused',
      'extension-asked',
      'extension-agreed',
    ]);
  });

  it('is not asked of a visit that is not approved', async () => {
    const { id } = (await book(house, aBooking({ period: aDay() }))).body;
    expect((await pair.do(id, 'extension', { until: '2027-01-20T01:00:00Z' })).status).toBe(422);
    const { period } = await pair.see(id);
    const longer = period.until.replace('T09', 'T10');
    expect((await pair.do(id, 'extension', { until: longer })).body.code).toBe('visit.wrong-status');
  });
});

describe('leaving', () => {
  let id: string;
  let inside: string;
  let gate: GateDevice;
  let visitor: string;

  beforeAll(async () => {
    const period = aDay();
    const visit = await approvedVisit(house, { period, companions: [companion('林芳', documents.lin)] }, pair.visitor);
    [id, inside] = [visit.id, visit.passes[0]?.id ?? ''];
    const { phone } = await onPhone(house, pair.visitor, inside);
    expect((await pair.do(id, 'departure')).body.code).toBe('visit.nobody-inside');
    house.clock.set(period.from);
    house.clock.forward(60);
    visitor = await visitorSignIn(house, '13912340001');
    gate = await GateDevice.pair(house, gates.eastMain);
    expect(await gate.letThrough(await phone.code(house.clock.now()), 'entry')).toBe('OK');
  });

  const say = (body: object = {}, cookie = visitor) => pair.do(id, 'departure', body, cookie);
  const confidence = async () =>
    (await house.database.query('select state, confidence from presence where pass_id = $1', [inside]))
      .rows[0] as unknown;

  it('hinders cancelling and changing while somebody is inside', async () => {
    expect((await pair.do(id, 'cancellation', {}, visitor)).body.code).toBe('visit.somebody-inside');
    expect(await pair.see(id, visitor)).toMatchObject({ canCancel: false, canChange: false, canLeave: true });
  });

  it('is the visitor’s word: he stays inside, presumed left', async () => {
    expect((await say({}, await visitorSignIn(house, '13700000000'))).status).toBe(404);
    expect((await say({ people: [1] })).body.code).toBe('visit.nobody-inside');
    expect((await say({ people: [0] })).status).toBe(204);
    expect((await say()).status).toBe(204);
    expect(await confidence()).toEqual({ state: 'inside', confidence: 'presumed-left' });
    const visit = await pair.see(id, visitor);
    expect(visit).toMatchObject({ canLeave: false });
    expect(visit.passes[0]).toMatchObject({ inside: true, leftClaimedAt: expect.any(String) });
    expect(visit.history.at(-1)).toMatchObject({ kind: 'left-claimed', who: '陈*' });
    const { rows } = await house.database.query(
      "select 1 from audit_entry where action = 'pass.departure-claimed' and subject_id = $1",
      [inside],
    );
    expect(rows).toHaveLength(1);
  });

  it('shows the office how sure it is, and what is known last', async () => {
    const office = await signInAs(house, people.zhaoQiang.number);
    const { items } = (await house.get<CountedPage<VisitRow>>('/api/visits?status=approved', { cookie: office })).body;
    expect(items.map((row) => row.id)).toContain(id);
    const staffVisit = (await house.get<StaffVisit>(`/api/visits/${id}`, { cookie: office })).body;
    expect(staffVisit.passes[0]).toMatchObject({ inside: true, confidence: 'presumed-left' });
    house.clock.forward(12 * 3600);
    const later = await signInAs(house, people.zhaoQiang.number);
    const { overstays } = (await house.get<Dashboard>('/api/dashboard', { cookie: later })).body;
    expect(overstays.find(({ visitId }) => visitId === id)).toMatchObject({ confidence: 'presumed-left' });
  });

  it('ends when a gate sees him go', async () => {
    const number =
      (await house.database.query<{ number: string }>('select number from pass where id = $1', [inside])).rows[0]
        ?.number ?? '';
    const { passage } = await gate.ask(number, { kind: 'number', direction: 'exit' });
    await gate.confirm(passage, 'admitted');
    expect(await confidence()).toEqual({ state: 'outside', confidence: 'sure' });
    const again = await visitorSignIn(house, '13912340001');
    expect((await pair.do(id, 'departure', {}, again)).body.code).toBe('visit.nobody-inside');
  });
});

describe('under the preset zhengzhou', () => {
  it('a visit is changed no later than two hours before it begins', async () => {
    const other = await House.open({ now: '2026-11-23T01:00:00Z', preset: 'zhengzhou' });
    await seedSmallCampus(other.app);
    const period = { from: '2026-11-24T07:00:00+08:00', until: '2026-11-24T23:00:00+08:00' };
    const booked = await book(other, aBooking({ host: { name: '王静', mobile: '13800001001' }, period }));
    const { visitor } = await Pair.of(other);
    const change = { transport: 'foot', period, reason: '换个说法', companions: [] };
    const url = `/api/visitor/visits/${booked.body.id}/change`;
    other.clock.set('2026-11-24T04:59:00+08:00');
    expect((await other.post(url, change, { cookie: visitor })).status).toBe(204);
    other.clock.set('2026-11-24T05:00:00+08:00');
    expect((await other.post<Problem>(url, { ...change, reason: '再换' }, { cookie: visitor })).body.code).toBe(
      'visit.change-too-late',
    );
    await other.close();
  });
});
