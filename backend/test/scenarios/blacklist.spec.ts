import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import {
  type BlacklistHits,
  type BlacklistImportReport,
  type BlacklistPage,
  type OutboxMessage,
  type Problem,
  type SearchWordsView,
  type VisitScreening,
} from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { GrantRole } from '../../src/identity/application/grant-role.js';
import { ListedKeys } from '../../src/watchlist/public.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let office: string;
let visitor: string;
const today = { from: '2026-11-24T01:00:00Z', until: '2026-11-24T09:00:00Z' };
const plate = (plate: string) => ({ name: '某车', plate, level: 'refuse', reason: '违规进校' });
const list = (input: object, cookie = office) =>
  house.post<{ id: string } & Problem>('/api/blacklist', input, { cookie });
const entries = async (query = '', cookie = office) =>
  (await house.get<BlacklistPage>(`/api/blacklist${query}`, { cookie })).body.items;
const sought = async (words: string) => {
  const { body } = await house.post<SearchWordsView>('/api/search/words', { words }, { cookie: office });
  return entries(`?words=${body.handle}`);
};
const hits = async (entry: string) =>
  (
    await house.get<BlacklistHits>(`/api/blacklist/hits?from=2026-11-01&until=2026-11-30&entry=${entry}`, {
      cookie: office,
    })
  ).body.hits;
const screening = async (visitId: string) =>
  (await house.get<VisitScreening>(`/api/visits/${visitId}/screening`, { cookie: office })).body.people;

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  office = await signInAs(house, people.zhaoQiang.number);
  visitor = await visitorSignIn(house, applicantMobile);
});
afterAll(() => house.close());

describe('whoever is newly listed', () => {
  it('is caught with his open visit and his pass, and the office is told whom, the visitor nothing', async () => {
    const visit = await approvedVisit(
      house,
      { companions: [companion('林芳', documents.lin)], period: today },
      visitor,
    );
    house.clock.set(today.from);
    office = await signInAs(house, people.zhaoQiang.number);
    visitor = await visitorSignIn(house, applicantMobile);
    const { phone } = await onPhone(house, visitor, visit.passes[1]?.id ?? '');
    const east = await GateDevice.pair(house, gates.eastMain);
    const { body } = await list({ name: '林芳', documentNumber: documents.lin, level: 'refuse', reason: '盗窃' });
    await house.settle();

    const { body: messages } = await house.get<OutboxMessage[]>('/api/dev/outbox');
    expect(messages.find(({ template }) => template === 'met-blacklist')?.text).toContain(visit.number);
    const toVisitor = messages.filter(({ template }) => template !== 'met-blacklist').map(({ text }) => text);
    expect(toVisitor.join()).not.toMatch(/黑名单|盗窃/);
    expect((await east.ask(await phone.code(house.clock.now()))).reason).toBe('BLACKLISTED');
    expect(await hits(body.id)).toMatchObject([
      { kind: 'gate', personName: '林*', gate: { name: '东门', verdict: 'refuse', reason: 'BLACKLISTED' } },
      { kind: 'listing', matched: ['document'], visit: { number: visit.number, status: 'approved' } },
    ]);
    expect(await screening(visit.id)).toMatchObject([
      { hits: [] },
      { name: '林*', hits: [{ id: body.id, level: 'refuse' }] },
    ]);
    await house.post(`/api/blacklist/${body.id}/lift`, { reason: '已结案' }, { cookie: office });
    expect((await east.ask(await phone.code(house.clock.now()))).reason).not.toBe('BLACKLISTED');
  });

  it('is in what gates ask without the network, by index alone', async () => {
    await list({ ...plate('浙A00001'), campusId: campuses.east.id });
    const [from, until] = [new Date('2026-11-23T00:00:00Z'), new Date('2026-11-24T12:00:00Z')];
    const keys = house.app.get(ListedKeys, { strict: false });
    expect(await keys.between(campuses.east.id, from, until)).toContainEqual(
      expect.objectContaining({ kind: 'plate', level: 'refuse' }),
    );
    expect(await keys.between(campuses.west.id, from, until)).toEqual([]);
  });
});

describe('a name that sounds the same with a slip in the birth date', () => {
  it('warns the office and stops nobody', async () => {
    const { body: entry } = await list({ name: '林方', birthDate: '1990-07-03', level: 'watch', reason: '多次滋事' });
    const period = { from: '2026-11-26T01:00:00Z', until: '2026-11-26T09:00:00Z' };
    const visit = await approvedVisit(house, { companions: [companion('林芳', documents.lin)], period }, visitor);
    expect(visit.status).toBe('approved');
    await house.settle();
    expect(await screening(visit.id)).toMatchObject([
      { similar: [] },
      { name: '林*', hits: [], similar: [{ id: entry.id, name: '林方', reason: '多次滋事' }] },
    ]);
    const { rows } = await house.database.query(
      "select details ->> 'level' as level from audit_entry where action = 'visit.met-blacklist' and subject_id = $1",
      [visit.id],
    );
    expect(rows).toContainEqual({ level: 'resembles' });
  });

  const soon = (minutes = 20) => {
    const at = (later: number) => new Date(house.clock.now().getTime() + later * 60_000).toISOString();
    return { from: at(minutes), until: at(minutes + 100) };
  };

  it('asks the guard to look twice, from when it is listed until it is lifted, and tells the visitor nothing', async () => {
    const period = soon();
    const { applicant } = aBooking();
    const other = { ...applicant, name: '赵方', documentNumber: documents.zhao };
    const visit = await approvedVisit(house, { applicant: other, period }, visitor);
    const { phone, view } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    await house.settle();
    const gate = await GateDevice.pair(house, gates.eastMain);
    const look = async () => {
      await house.settle();
      const { passage, verdict, person, visitorText } = await gate.ask(await phone.code(house.clock.now()));
      await gate.confirm(passage, 'lapsed');
      return { verdict, lookTwice: person?.lookTwice ?? false, visitorText };
    };
    const before = await look();
    expect(before).toMatchObject({ verdict: 'admit', lookTwice: false });
    const listed = { name: '赵芳', birthDate: '2000-02-29', level: 'watch', reason: '冒用' };
    const { body: entry } = await list(listed);
    const { body: elsewhere } = await list({ ...listed, campusId: campuses.west.id });
    const after = await look();
    expect(after).toEqual({ ...before, lookTwice: true });
    const { body: own } = await house.get(`/api/visitor/passes/${view.id}`, { cookie: visitor });
    expect(JSON.stringify(own)).not.toContain('lookTwice');
    await house.post(`/api/blacklist/${entry.id}/lift`, { reason: '误列' }, { cookie: office });
    expect(await look()).toEqual(before);
    expect(elsewhere.id).toBeDefined();
  });

  it('asks the guard to look twice at whoever gets a pass later', async () => {
    const { body: entry } = await list({ name: '赵方', birthDate: '2000-02-29', level: 'watch', reason: '冒用' });
    const period = soon(200);
    const { applicant } = aBooking();
    const visit = await approvedVisit(
      house,
      { applicant: { ...applicant, name: '赵芳', documentNumber: documents.zhao }, period },
      visitor,
    );
    await house.settle();
    const kept = async () =>
      (
        await house.database.query<{ look: unknown; token: Buffer | null }>(
          `select p.display -> 'lookTwice' as look, l.token from pass p left join pass_likeness l on l.pass_id = p.id
           where p.visit_id = $1`,
          [visit.id],
        )
      ).rows;
    expect(await kept()).toEqual([{ look: [{ from: expect.any(Number), until: null }], token: expect.any(Buffer) }]);
    await house.post(`/api/blacklist/${entry.id}/lift`, { reason: '误列' }, { cookie: office });
    await house.settle();
    expect(await kept()).toMatchObject([{ look: null }]);
  });

  it('can do no more than watch', async () => {
    const { status, body } = await list({ name: '林方', birthDate: '1990-07-03', level: 'refuse', reason: '滋事' });
    expect({ status, fields: body.fields?.map(({ path, code }) => [path, code]) }).toEqual({
      status: 422,
      fields: [['level', 'blacklist.warns-only']],
    });
  });
});

describe('an entry', () => {
  it('acts at its campus and within its period only', async () => {
    await list({ ...plate('浙A00002'), campusId: campuses.west.id });
    await list({ ...plate('浙A00003'), from: '2026-12-01', until: '2026-12-31' });
    for (const [at, number] of ['浙A00002', '浙A00003'].entries()) {
      const period = { from: `2026-11-2${7 + at}T01:00:00Z`, until: `2026-11-2${7 + at}T09:00:00Z` };
      const visit = await approvedVisit(house, { transport: 'car', plate: number, period }, visitor);
      expect({ number, status: visit.status }).toEqual({ number, status: 'approved' });
    }
    expect((await entries('?state=active')).find(({ from }) => from > '2026-11-29')?.state).toBe('later');
  });

  it('is found by its number, a part of its plate and a word of its reason; the address holds none of them', async () => {
    const { body } = await list({ ...plate('浙C0T1Q8'), name: '寻某', mobile: '13912349999', reason: '屡次尾随' });
    const found = async (words: string) => (await sought(words)).map(({ id }) => id);
    for (const words of ['寻', '尾随', '139 1234 9999', '浙C0T1Q8', '浙COTIQ8', 'T1Q']) {
      expect([words, await found(words)]).toEqual([words, [body.id]]);
    }
    expect(await found('13912349998')).toEqual([]);
  });

  it('is on one page only, however long the list', async () => {
    const all = (await house.get<BlacklistPage>('/api/blacklist', { cookie: office })).body;
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body }: { body: BlacklistPage } = await house.get(`/api/blacklist?limit=2&after=${after}`, {
        cookie: office,
      });
      expect(body).toMatchObject({ total: all.total, exact: true });
      seen.push(...body.items.map(({ id }) => id));
      after = body.next;
    }
    expect(seen).toEqual(all.items.map(({ id }) => id));
    expect(await entries(`?entry=${seen[0]}`)).toMatchObject([{ id: seen[0] }]);
  });

  it('comes up for review on its day, and stays when somebody looked', async () => {
    const { body } = await list({ ...plate('浙A00004'), reviewOn: '2026-11-30' });
    expect(await entries('?state=due')).toEqual([]);
    house.clock.set('2026-11-30T01:00:00Z');
    office = await signInAs(house, people.zhaoQiang.number);
    expect(await entries('?state=due')).toMatchObject([{ id: body.id, isReviewDue: true }]);
    const review = { note: '仍未处理完毕', reviewOn: '2027-01-31' };
    expect((await house.post(`/api/blacklist/${body.id}/review`, review, { cookie: office })).status).toBe(204);
    expect(await entries('?state=due')).toEqual([]);
    expect((await entries()).find(({ id }) => id === body.id)).toMatchObject({
      reviewedBy: '赵强',
      reviewOn: '2027-01-31',
    });
  });

  it('keeps files that back it, sealed, and writes down every look', async () => {
    const { body: entry } = await list(plate('浙A00005'));
    const file = Buffer.from('%PDF-1.7 record of the night');
    const send = (bytes: Buffer) =>
      house.call<{ id: string }>('POST', `/api/blacklist/${entry.id}/evidence?name=record.pdf`, {
        cookie: office,
        headers: { 'content-type': 'application/pdf' },
        body: bytes,
      });
    expect((await send(Buffer.from('MZ program'))).body).toMatchObject({ code: 'blacklist.evidence-kind' });
    const { body } = await send(file);
    const answer = await house.get(`/api/blacklist/${entry.id}/evidence/${body.id}`, { cookie: office });
    expect(answer.raw).toEqual(file);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const { rows } = await house.database.query(
      'select position($1::bytea in sealed) as found from blacklist_evidence',
      [Buffer.from('record')],
    );
    expect(rows).toEqual([{ found: 0 }]);
    const { rows: looks } = await house.database.query(
      "select subject_id from audit_entry where action = 'watchlist.evidence-viewed'",
    );
    expect(looks).toEqual([{ subject_id: entry.id }]);
  });
});

describe('an office bound to one campus', () => {
  it('lists and lifts for its campus only, and reads what acts there', async () => {
    const west = { campusId: campuses.west.id, unitId: null };
    await house.app.get(CommandBus).execute(new GrantRole(people.chenXiaoming.id, 'security-admin', west));
    const bound = await signInAs(house, people.chenXiaoming.number);
    expect((await list(plate('浙B00001'), bound)).status).toBe(403);
    expect((await list({ ...plate('浙B00002'), campusId: campuses.east.id }, bound)).status).toBe(403);
    expect((await list({ ...plate('浙B00003'), campusId: campuses.west.id }, bound)).status).toBe(201);
    const seen = await entries('', bound);
    expect(seen.map(({ campus }) => campus?.id ?? null)).not.toContain(campuses.east.id);
    const everywhere = seen.find(({ campus, state }) => !campus && state === 'active');
    expect(
      (await house.post(`/api/blacklist/${everywhere?.id}/lift`, { reason: '越权' }, { cookie: bound })).status,
    ).toBe(404);
  });
});

describe('a sheet of entries', () => {
  const sheet = [
    '姓名,证件号码,手机号,车牌号,级别,原因,校区,截止日期',
    `周某,${documents.zhao},,,拒绝入校,打架,东校区,2027-06-30`,
    '吴某,,13900009011,,须请示,纠纷,,',
    '郑某,410102200002290024,,,拒绝入校,打架,,',
    '冯某,,,,仅关注,可疑,,',
    '吴某,,13900009011,,须请示,纠纷,,',
  ].join('\n');
  const send = (apply: boolean, text = sheet) =>
    house.call<BlacklistImportReport & Problem>('POST', `/api/blacklist/imports?apply=${apply}`, {
      cookie: office,
      headers: { 'content-type': 'text/csv' },
      body: Buffer.from(text),
    });

  it('is shown row by row before anybody is listed', async () => {
    const before = (await entries()).length;
    const { body } = await send(false);
    expect(body).toMatchObject({ applied: false, listed: 2, faulty: 3, known: 0 });
    expect(
      body.rows.map(({ row, state, faults }) => [row, state, faults.map(({ column, code }) => `${column} ${code}`)]),
    ).toEqual([
      [2, 'new', []],
      [3, 'new', []],
      [4, 'faulty', ['documentNumber document.check-digit']],
      [5, 'faulty', ['documentNumber blacklist.key-needed']],
      [6, 'faulty', ['name blacklist.row-twice']],
    ]);
    expect(body.rows[2]?.faults[0]?.message).toContain('校验码');
    expect((await entries()).length).toBe(before);
  });

  it('lists the good rows, and nobody twice when it is sent again', async () => {
    expect((await send(true)).body).toMatchObject({ applied: true, listed: 2 });
    expect((await send(true)).body).toMatchObject({ listed: 0, known: 3, faulty: 2 });
    expect((await sought('打架')).map(({ name, campus }) => [name, campus?.name])).toEqual([['周某', '东校区']]);
  });

  it('without its header is refused as a whole', async () => {
    expect((await send(false, '张三,13900000000')).body).toMatchObject({ code: 'blacklist.list-no-header' });
    expect((await house.get('/api/blacklist/template?form=csv', { cookie: office })).raw.toString()).toContain('级别');
  });
});

describe('a reveal', () => {
  it('needs a reason, shows the full number, and the visitor reads who looked and why', async () => {
    const { body: visit } = await book(
      house,
      aBooking({ period: { from: '2026-12-02T01:00:00Z', until: '2026-12-02T09:00:00Z' } }),
      randomUUID(),
    );
    const reveal = (body: object, cookie = office) =>
      house.post<Problem>(`/api/visits/${visit.id}/people/0/reveal`, body, { cookie });
    expect((await reveal({ fields: ['document'], reason: '      ' })).status).toBe(422);
    const shown = await reveal({ fields: ['document', 'mobile'], reason: '核对失物招领' });
    expect(shown.body).toMatchObject({ documentNumber: documents.chen, mobile: '+8613912340001', seconds: 60 });
    expect(shown.headers['cache-control']).toBe('no-store');
    expect((await reveal({ fields: ['document'], reason: '好奇看看' }, await signInAs(house, 'T1001'))).status).toBe(
      403,
    );
    visitor = await visitorSignIn(house, applicantMobile);
    const { body } = await house.get<{ uses: object[] }>('/api/visitor/own-data', { cookie: visitor });
    expect(body.uses).toContainEqual(
      expect.objectContaining({ action: 'visit.revealed', by: '赵*', reason: '核对失物招领' }),
    );
  });

  it('is for few people within an hour', async () => {
    const { rows } = await house.database.query<{ id: string }>(
      'select id from visit order by requested_at desc limit 1',
    );
    const tries = [];
    for (let at = 0; at < 20; at += 1)
      tries.push(
        (
          await house.post(
            `/api/visits/${rows[0]?.id}/people/0/reveal`,
            { fields: ['mobile'], reason: '逐个查看' },
            { cookie: office },
          )
        ).status,
      );
    expect([tries.filter((status) => status === 200).length, tries.at(-1)]).toEqual([19, 429]);
  });
});
