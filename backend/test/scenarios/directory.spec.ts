import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HostChoice, type LeaderChoice, type Problem, type UnitInfo } from '@gatehouse/contract';
import { campuses, people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { Campuses, Hosts } from '../../src/directory/public.js';
import { personKeys } from '../../src/directory/pinyin-keys.js';
import { House } from '../support/house.js';
import { cookieOf, signInAs } from '../support/sign-in.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
});
afterAll(() => house.close());
/** Every story may ask 30 times. */
const forgetLimits = () => house.database.query('delete from rate_limit');

async function addStaff(name: string, number: string, unitId = units.computing.id, active = true): Promise<void> {
  const { full, initials } = personKeys(name);
  await house.database.query(
    `insert into staff_member (id, number, name, unit_id, pinyin_full, pinyin_initials, active) values ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), number, name, unitId, full, initials, active],
  );
}

const find = (q: string, unit = units.computing.id, cookie?: string) =>
  house.get<HostChoice[] & Problem>(`/api/hosts?unit=${unit}&q=${encodeURIComponent(q)}`, cookie ? { cookie } : {});

describe('a visitor who looks for a host', () => {
  it.each(['王', '静', '王静', 'wang', 'wangj', 'WJ', 'wang jing', ' 王 静 '])(
    'finds 王静 by %j, masked',
    async (q) => {
      expect((await find(q)).body).toEqual([
        { id: people.wangJing.id, name: '王*', unitName: '计算机学院', numberTail: '01' },
      ]);
    },
  );

  it.each(['静王', 'jing', '王静静', 'xue', '欧阳雪'])('finds nobody of this unit by %j', async (q) => {
    expect((await find(q)).body).toEqual([]);
  });

  it.each(['', 'w', '%', '_', '王%', 'w%', '1001', "wang'; --", '王w'])('must say more than %j', async (q) => {
    const answer = await find(q);
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: 'q' }] } });
  });

  it('must choose a unit first', async () => {
    expect((await house.get('/api/hosts?q=wang')).status).toBe(422);
    expect((await house.get(`/api/hosts?unit=all&q=wang`)).status).toBe(422);
  });

  it('sees at most five of them, and nobody who has left', async () => {
    await forgetLimits();
    await addStaff('刘离职', 'T0990', units.computing.id, false);
    for (let count = 0; count < 7; count++) await addStaff('刘大伟', `T098${count}`);
    const { body } = await find('刘');
    expect(body).toHaveLength(5);
    expect(body.map(({ name }) => name)).toEqual(Array(5).fill('刘**'));
    expect((await find('刘离')).body).toEqual([]);
  });

  it('finds a surname by its reading as a surname', async () => {
    await forgetLimits();
    await addStaff('单雪', 'T0801', units.languages.id);
    await addStaff('吕岩', 'T0802', units.languages.id);
    expect((await find('shan', units.languages.id)).body).toHaveLength(1);
    expect((await find('lv', units.languages.id)).body).toHaveLength(1);
    expect((await find('lü', units.languages.id)).body).toHaveLength(1);
    expect((await find('ouyangx', units.languages.id)).body).toMatchObject([{ name: '欧阳*' }]);
  });

  it('asks 30 times an hour and no more', async () => {
    await forgetLimits();
    const first = await find('王');
    const cookie = cookieOf(first, 'gatehouse_picker');
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly/);
    for (let asked = 1; asked < 30; asked++) expect((await find('王', units.computing.id, cookie)).status).toBe(200);
    expect(await find('王', units.computing.id, cookie)).toMatchObject({ status: 429 });
  });

  it('gains little by dropping the cookie: the address has its limit too', async () => {
    await forgetLimits();
    const statuses: number[] = [];
    for (let asked = 0; asked < 241; asked++) statuses.push((await find('王')).status);
    expect(statuses.indexOf(429)).toBe(240);
    await forgetLimits();
  });

  it('finds no list at all where name and phone are typed', async () => {
    const zhengzhou = await House.open({ preset: 'zhengzhou' });
    await seedSmallCampus(zhengzhou.app);
    expect((await zhengzhou.get(`/api/hosts?unit=${units.computing.id}&q=wang`)).status).toBe(404);
    await zhengzhou.close();
  });
});

describe('units', () => {
  const list = async (query = '') => (await house.get<UnitInfo[]>(`/api/units${query}`)).body.map(({ name }) => name);

  it('are listed by pinyin, of all campuses or one', async () => {
    expect(await list()).toEqual(['保卫处', '计算机学院', '外国语学院', '学校办公室']);
    expect(await list(`?campus=${campuses.west.id}`)).toEqual(['外国语学院']);
  });

  it.each([
    ['计算机', '计算机学院'],
    ['jsj', '计算机学院'],
    ['jisuanji', '计算机学院'],
    ['语学', '外国语学院'],
  ])('are found by %s', async (q, name) => {
    expect(await list(`?q=${encodeURIComponent(q)}`)).toEqual([name]);
  });

  it('are not found by what is no name', async () => {
    expect(await list('?q=%25')).toEqual([]);
  });
});

describe('a host who hands a visit on', () => {
  it('chooses among the leaders of the own unit', async () => {
    const leaders = async (number: string) =>
      (await house.get<LeaderChoice[]>('/api/staff/leaders', { cookie: await signInAs(house, number) })).body;
    expect((await leaders('T1001')).map(({ name }) => name)).toEqual(['李建国', '陈晓明']);
    expect((await leaders('T1002')).map(({ name }) => name)).toEqual(['陈晓明']);
    expect(await leaders('T1004')).toEqual([]);
  });

  it('must be signed in', async () => {
    expect((await house.get('/api/staff/leaders')).status).toBe(401);
  });
});

describe('the directory for other contexts', () => {
  const hosts = () => house.app.get(Hosts, { strict: false });
  const { wangJing } = people;

  it('matches a host by unit, name and mobile together', async () => {
    const found = await hosts().matching(units.computing.id, ' 王 静', '138-0000-1001');
    expect(found).toMatchObject({
      id: wangJing.id,
      number: 'T1001',
      unitName: '计算机学院',
      campusId: campuses.east.id,
    });
    expect(await hosts().matching(units.languages.id, '王静', '13800001001')).toBeNull();
    expect(await hosts().matching(units.computing.id, '王', '13800001001')).toBeNull();
    expect(await hosts().matching(units.computing.id, '王静', '13800001002')).toBeNull();
    expect(await hosts().matching(units.computing.id, '王静', 'no number')).toBeNull();
  });

  it('matches nobody who has left', async () => {
    await house.database.query('update staff_member set active = false where number = $1', ['T1001']);
    const found = await hosts().matching(units.computing.id, '王静', '13800001001');
    await house.database.query('update staff_member set active = true where number = $1', ['T1001']);
    expect(found).toBeNull();
  });

  it('opens a mobile number for sending, though the table shows none', async () => {
    expect(await hosts().mobileOf(wangJing.id)).toBe('+8613800001001');
    const { rows } = await house.database.query<{ line: string }>(
      'select row_to_json(s)::text as line from staff_member s',
    );
    expect(rows.map(({ line }) => line).join()).not.toContain('13800001001');
  });

  it('knows campuses in their order', async () => {
    const all = await house.app.get(Campuses, { strict: false }).all();
    expect(all.map(({ nameEn }) => nameEn)).toEqual(['East Campus', 'West Campus']);
  });
});
