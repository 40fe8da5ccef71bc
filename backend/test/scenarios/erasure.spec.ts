import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErasureReceipt, type OwnData, type Problem, type VisitorVisit } from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { checkDatabase } from '../../src/platform/audit/verify/read-database.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { House, idempotencyKey } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let visitor: string;
let visit: VisitorVisit;
let gate: GateDevice;
let code: () => Promise<string>;

const erase = (cookie = visitor, key = idempotencyKey()) =>
  house.post<ErasureReceipt & Problem>('/api/visitor/erasure', {}, { cookie, headers: { 'idempotency-key': key } });
const ownData = async () => (await house.get<OwnData>('/api/visitor/own-data', { cookie: visitor })).body;

/** Every column of every table of the database that holds one of these words, in whatever form it is stored. */
async function columnsWith(words: string[]): Promise<string[]> {
  const { rows } = await house.database.query<{ table: string; column: string }>(`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
  `);
  const found: string[] = [];
  for (const { table, column } of rows) {
    const { rowCount } = await house.database.query(
      `select from "${table}" where "${column}"::text ~ any($1::text[]) limit 1`,
      [words],
    );
    if (rowCount) found.push(`${table}.${column}`);
  }
  return found.filter((name) => !name.endsWith('.bigrams')).sort();
}

const numbers = [documents.chen, documents.lin, applicantMobile];
const others = ['陈明', '林芳', '浙E12345', '很私人的理由', '很私人的备注', '湖州市科技局'];

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  visitor = await visitorSignIn(house, applicantMobile);
  const change = {
    companions: [companion('林芳', documents.lin)],
    transport: 'car' as const,
    plate: '浙E12345',
    reason: '很私人的理由',
    remark: '很私人的备注',
  };
  const bound = {
    kind: 'personal',
    people: 1,
    preApproved: false,
    expiresAt: '2026-12-01T00:00:00Z',
    mobile: applicantMobile,
  };
  const host = await signInAs(house, people.wangJing.number);
  expect((await house.post('/api/invitations', bound, { cookie: host })).status).toBe(201);
  visit = await approvedVisit(house, change, visitor);
  gate = await GateDevice.pair(house, gates.eastMain);
  house.clock.set('2026-11-24T01:00:00Z');
  const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
  code = () => phone.code(house.clock.now());
  await gate.letThrough(await code(), 'entry');
  await house.settle();
});
afterAll(() => house.close());

describe('what is held of a visitor', () => {
  it('is shown to the visitor, masked', async () => {
    const data = await ownData();
    expect(data.visits).toMatchObject([{ number: visit.number, plate: '浙E12345', reason: '很私人的理由' }]);
    expect(data.visits[0]?.people).toMatchObject([{ name: '陈*', mobileMasked: '139****0001' }, { name: '林*' }]);
    expect(JSON.stringify(data)).not.toMatch(/陈明|林芳|13912340001|33050219/);
    expect(data.uses).toEqual([]);
  });

  it('is shown to nobody else', async () => {
    const stranger = await visitorSignIn(house, '13700000000');
    expect((await house.get<OwnData>('/api/visitor/own-data', { cookie: stranger })).body.visits).toEqual([]);
    expect((await house.get('/api/visitor/own-data')).status).toBe(401);
  });

  it('stands nowhere with a number in clear; the search below does find names', async () => {
    expect(await columnsWith(numbers)).toEqual([]);
    expect(await columnsWith(['陈明'])).toEqual(expect.arrayContaining(['pass.person_name', 'visit.party']));
  });
});

describe('erasing it', () => {
  it('waits while the visit may still happen, and while somebody is inside', async () => {
    visitor = await visitorSignIn(house, applicantMobile);
    expect((await erase()).body.code).toMatch(/^erasure\./);
    house.clock.set('2026-11-24T09:30:00Z');
    visitor = await visitorSignIn(house, applicantMobile);
    expect((await erase()).body).toMatchObject({ code: 'erasure.somebody-inside', next: expect.any(String) });
    await gate.letThrough(await code(), 'exit');
  });

  it('wants the phone proven anew', async () => {
    house.clock.forward(601);
    expect((await erase()).body).toMatchObject({ status: 403, code: 'auth.fresh-code-needed' });
  });

  it('answers one receipt for a wish that arrives twice', async () => {
    visitor = await visitorSignIn(house, applicantMobile);
    const key = idempotencyKey();
    const [first, second] = await Promise.all([erase(visitor, key), erase(visitor, key)]);
    const done = [first, second].filter(({ status }) => status === 200).map(({ body }) => body.receipt);
    expect(new Set(done).size).toBe(1);
    expect(done[0]).toMatch(/^E\d{16}$/);
  });

  it('leaves neither name, number, plate nor reason in any column of any table', async () => {
    await house.settle();
    expect(await columnsWith([...numbers, ...others])).toEqual([]);
    const { rows } = await house.database.query<{ party: string; bigrams: string }>(
      'select party::text, bigrams::text from visit',
    );
    expect(JSON.stringify(rows)).not.toMatch(/陈|林|documentIndex": "\w/);
  });

  it('leaves invitations bound to nobody one could know', async () => {
    const { rows } = await house.database.query('select mobile_index, mobile_masked from invitation');
    expect(rows).toEqual([{ mobile_index: 'erased', mobile_masked: null }]);
  });

  it('destroys every key of the party', async () => {
    const { rows } = await house.database.query('select from person_key where wrapped is not null');
    expect(rows).toHaveLength(0);
  });

  it('signs the phone out everywhere, and finds nothing for it afterwards', async () => {
    expect((await house.get('/api/visitor/session', { cookie: visitor })).status).toBe(401);
    house.clock.forward(61);
    visitor = await visitorSignIn(house, applicantMobile);
    expect((await ownData()).visits).toEqual([]);
    expect((await house.get(`/api/visitor/visits/${visit.id}`, { cookie: visitor })).status).toBe(404);
    expect((await erase()).body).toMatchObject({ visits: 0 });
  });

  it('keeps the facts of the gate, without a person', async () => {
    const office = await signInAs(house, people.zhaoQiang.number);
    const { body } = await house.get<{ items: { personName: string; direction: string }[] }>('/api/passages', {
      cookie: office,
    });
    expect(body.items.filter(({ direction }) => direction === 'exit')).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(/陈|林芳|浙E/);
  });

  it('stands in the audit, which still verifies, without anything of the person', async () => {
    const { rows } = await house.database.query<{ actor_id: string; details: object }>(
      "select actor_id, details from audit_entry where action = 'visitor.erased' order by at",
    );
    expect(rows[0]).toEqual({ actor_id: '-', details: { visits: 1 } });
    await house.app.get(AuditSealer).sweep();
    expect(await checkDatabase(house.appUrl, [])).toMatchObject({ found: 0 });
  });
});
