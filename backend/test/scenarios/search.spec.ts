import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type PassageRow,
  type PersonRow,
  type PlateRow,
  type SavedView,
  type SearchWordsView,
  type VisitRow,
} from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { NameSpelling } from '../../src/visit/infrastructure/name-spelling.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { searchFor } from '../support/search.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let office: string;

// 陈明 and 林芳 come by car and are inside; the visit of 欧阳雪梅 waits for its host.
beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z' });
  await seedSmallCampus(house.app);
  const visitor = await visitorSignIn(house, applicantMobile);
  const car = { transport: 'car' as const, plate: '浙E01234', companions: [companion('林芳', documents.lin)] };
  const visit = await approvedVisit(house, car, visitor);
  const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
  const { applicant } = aBooking();
  await book(house, {
    ...aBooking({ period: { from: '2026-11-25T01:00:00Z', until: '2026-11-25T09:00:00Z' } }),
    applicant: { ...applicant, name: '欧阳雪梅', documentNumber: documents.zhao, mobile: '13912340077' },
  });
  const device = await GateDevice.pair(house, gates.eastMain);
  house.clock.set('2026-11-24T01:30:00Z');
  await device.letThrough(await phone.code(house.clock.now()), 'entry');
  await device.ask('浙A99999', { kind: 'plate' });
  await house.app.get(NameSpelling).spell();
  office = await signInAs(house, people.zhaoQiang.number);
});
afterAll(() => house.close());

describe('a search', () => {
  it.each([
    ['陈', 1],
    ['芳', 1],
    ['陈明', 1],
    ['阳雪', 1],
    ['chenm', 1],
    ['cm', 1],
    ['OUYANG xue', 1],
    ['oyxm', 1],
    ['x', 0],
    ['浙E01234', 1],
    ['浙EOI234', 1],
    ['0123', 1],
    ['007X', 1],
    ['007x', 1],
    [documents.chen, 1],
    [documents.zhao, 1],
    [applicantMobile, 1],
    ['139 1234 0077', 1],
    ['无此人', 0],
  ])('for %s finds %d visits', async (words, found) => {
    expect((await searchFor<VisitRow>(house, 'visits', words, office)).body).toMatchObject({ total: found });
  });

  it('finds people with their presence, masked', async () => {
    const { body } = await searchFor<PersonRow>(house, 'people', 'chenming', office);
    expect(body).toMatchObject({ total: 1, exact: true });
    expect(body.items[0]).toMatchObject({
      personName: '陈*',
      documentMasked: expect.stringContaining('***'),
      inside: true,
    });
    expect((await searchFor<PersonRow>(house, 'people', documents.lin, office)).body.items).toMatchObject([
      { personName: '林*', inside: false },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/陈明|33050219950515007X/);
  });

  it('finds a plate by its parts, and the passages of a plate that nobody knew', async () => {
    expect((await searchFor<PlateRow>(house, 'plates', 'EO123', office)).body.items).toMatchObject([
      { plate: '浙E01234', personName: '陈*', inside: true },
    ]);
    expect((await searchFor<PassageRow>(house, 'passages', '浙A99999', office)).body.items).toMatchObject([
      { plate: '浙A99999', outcome: 'refused', personName: null },
    ]);
  });

  it.each(['陈明', 'cm', '007X', '浙E01234', applicantMobile, documents.chen])(
    'for %s finds the passages of that person',
    async (words) => {
      const { body } = await searchFor<PassageRow>(house, 'passages', words, office);
      expect(body.items).toMatchObject([{ personName: '陈*', outcome: 'admitted' }]);
    },
  );

  it('stays within the bounds of whoever searches', async () => {
    await house.database.query('update role_grant set campus_id = $1 where staff_id = $2', [
      campuses.west.id,
      people.sunLi.id,
    ]);
    const west = await signInAs(house, people.sunLi.number);
    for (const list of ['visits', 'people', 'plates', 'passages'] as const)
      expect((await searchFor(house, list, '陈', west)).body.items).toEqual([]);
  });

  it('puts nothing of a person into an address, and gives the words back to nobody else', async () => {
    const { body } = await house.post<SearchWordsView>('/api/search/words', { words: '陈明' }, { cookie: office });
    expect(body).toMatchObject({ words: '陈明', means: ['name'] });
    const url = `/api/search/words/${body.handle}`;
    expect((await house.get(url, { cookie: office })).body).toEqual(body);
    const other = await signInAs(house, people.sunLi.number);
    expect((await house.get(url, { cookie: other })).status).toBe(400);
    expect((await house.get(`/api/visits?words=${body.handle}`, { cookie: other })).status).toBe(400);
  });

  it('finds nothing more of whoever was erased', async () => {
    await house.database.query(
      `update visit set party = jsonb_set(party, '{0,name}', '"已删除"') where plate = '浙E01234'`,
    );
    expect((await searchFor(house, 'visits', '陈明', office)).body.total).toBe(0);
    const { rowCount } = await house.database.query(`select from person_words where words @> '{陈明}'`);
    expect(rowCount).toBe(0);
  });
});

describe('the list of people', () => {
  it('has as many rows as the dashboard says are inside', async () => {
    const { insideNow, byGate } = (
      await house.get<{ insideNow: number; byGate: { gate: { id: string }; inside: number }[] }>('/api/dashboard', {
        cookie: office,
      })
    ).body;
    const inside = await house.get<{ total: number }>('/api/people?presence=inside', { cookie: office });
    expect(inside.body.total).toBe(insideNow);
    for (const { gate, inside } of byGate)
      expect((await house.get('/api/people?presence=inside&gate=' + gate.id, { cookie: office })).body).toMatchObject({
        total: inside,
      });
  });
});

describe('a saved view', () => {
  it('keeps filters and columns, and never what was searched for', async () => {
    const view = {
      list: 'visits',
      name: '待审',
      query: { status: 'pending', words: 'abc', after: 'x' },
      columns: ['number'],
    };
    const { body } = await house.post<SavedView>('/api/saved-views', view, { cookie: office });
    await house.post('/api/saved-views', { ...view, query: { status: 'approved' } }, { cookie: office });
    const { body: own } = await house.get<SavedView[]>('/api/saved-views?list=visits', { cookie: office });
    expect(body.query).toEqual({ status: 'pending' });
    expect(own).toEqual([
      { id: body.id, list: 'visits', name: '待审', query: { status: 'approved' }, columns: ['number'] },
    ]);
    const other = await signInAs(house, people.sunLi.number);
    expect((await house.get<SavedView[]>('/api/saved-views?list=visits', { cookie: other })).body).toEqual([]);
    expect((await house.call('DELETE', `/api/saved-views/${body.id}`, { cookie: other })).status).toBe(404);
    expect((await house.call('DELETE', `/api/saved-views/${body.id}`, { cookie: office })).status).toBe(204);
  });
});

describe('a name that more than five hundred visits have', () => {
  const MANY = 620;

  // 伟 and 伟 of one party: one visit, however many of its people have the name
  beforeAll(() =>
    house.database.query(
      `insert into visit (id, number, request_key, status, campus_id, unit_id, host_id, transport, period_from, period_until, purpose,
         reason, party, notice_version, locale, policy_version, requested_at)
       select gen_random_uuid(), 'M' || n, gen_random_uuid(), 'pending', $1, $2, $3, 'foot', $4::timestamptz, $4::timestamptz + interval '8 hours',
         'other', '-', case when n % 10 = 0 then p || p else p end, '1', 'zh', 1, $4::timestamptz - n * interval '1 minute'
       from generate_series(1, ${MANY}) n, (select '[{"name": "诸葛伟"}]'::jsonb as p) as party`,
      [campuses.east.id, units.computing.id, people.wangJing.id, '2026-11-20T01:00:00Z'],
    ),
  );

  it('is paged from the newest on, each visit once, to the last', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await searchFor<VisitRow>(house, 'visits', '诸葛伟', office, {
        limit: '100',
        ...(after && { after }),
      });
      seen.push(...body.items.map(({ number }) => number));
      after = body.next ?? undefined;
    } while (after && seen.length <= MANY);
    expect(seen).toEqual(Array.from({ length: MANY }, (_, n) => `M${n + 1}`));
  });

  it('is counted roughly, and says so', async () => {
    const { body } = await searchFor<VisitRow>(house, 'visits', '诸葛伟', office);
    expect(body.total).toBeGreaterThan(100);
    expect(body.exact).toBe(false);
  });

  it('is found among other filters too', async () => {
    expect((await searchFor<VisitRow>(house, 'visits', '诸葛伟', office, { status: 'approved' })).body.items).toEqual(
      [],
    );
    const { body } = await searchFor<VisitRow>(house, 'visits', '诸葛伟', office, { status: 'pending' });
    expect(body.items[0]?.number).toBe('M1');
  });
});
