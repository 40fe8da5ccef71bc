import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AuditRow,
  type DirectoryMemberPage,
  type DirectoryUnit,
  type HostChoice,
  type Page,
  type SyncRun,
} from '@gatehouse/contract';
import { people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { Hosts } from '../../src/directory/public.js';
import { importSheet, smallCampusList, workbook } from '../support/directory-import.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

/** GB18030 of `工号,姓名,单位\nG1,钱𠮷,CS\n`; the second character lies outside of GBK. */
const GB18030 = Buffer.from('b9a4bac52cd0d5c3fb2cb5a5cebb0a47312cc7ae9534b2352c43530a', 'hex');

let house: House;
let admin: string;

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  admin = await signInAs(house, people.zhouTao.number);
});
afterAll(() => house.close());

const staff = async (query: string) =>
  (await house.get<DirectoryMemberPage>(`/api/directory/staff?${query}`, { cookie: admin })).body;
const send = (file: string | Buffer, how = {}) => importSheet(house, admin, file, how);

describe('an import of staff', () => {
  it('says what it would do and does nothing, when it is a dry run', async () => {
    const answer = await send(`${smallCampusList()}\nT2001,钱多多,CS,讲师,13800009001`, {
      dryRun: true,
      complete: true,
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { outcome: 'previewed', lines: [{ action: 'added', row: 10, key: 'T2001', name: '钱多多', unit: 'CS' }] },
    });
    expect((await staff('q=T2001')).items).toEqual([]);
  });

  it('is carried out in one go, findable, sealed, and empty the second time', async () => {
    const list = `${smallCampusList()}\nT2001,单雪,CS,讲师,138-0000-9001`;
    expect((await send(list)).body).toMatchObject({
      outcome: 'applied',
      counts: { staff: { added: 1, unchanged: 8 } },
    });
    expect((await staff('q=shanx')).items).toMatchObject([{ number: 'T2001', mobileMasked: '138****9001' }]);
    const hosts = house.app.get(Hosts, { strict: false });
    expect(await hosts.matching(units.computing.id, '单雪', '13800009001')).toMatchObject({ number: 'T2001' });
    const again = await send(list);
    expect(again.body).toMatchObject({ lines: [], counts: { staff: { added: 0, changed: 0, unchanged: 9 } } });
  });

  it('takes the good rows and reports the bad ones by line, without repeating a number', async () => {
    const answer = await send(
      '工号,姓名,单位,手机号\nB1,赵一,CS,05721234567\nB2,,CS,\nB3,钱二,没有,\nB4,孙三,外国语学院,13800009004\nB4,孙四,CS,',
    );
    expect(answer.body.lines.map(({ row, action, code }) => [row, action, code])).toEqual([
      [2, 'noted', 'shape'],
      [3, 'rejected', 'needed'],
      [4, 'rejected', 'unit-unknown'],
      [6, 'rejected', 'duplicate'],
      [2, 'added', null],
      [5, 'added', null],
    ]);
    expect(JSON.stringify(answer.body)).not.toMatch(/0572|1380000/);
    const { raw } = await house.get(`/api/directory/syncs/${answer.body.id}/report`, { cookie: admin });
    expect(raw.toString()).toMatch(/^\ufeff行号,类别,结果/);
    expect(raw.toString()).toContain('4,人员,未采纳,B3,"","",单位,没有这个单位');
  });

  it('keeps the id and the number of whom it changes, when the file has no phone numbers', async () => {
    await send('Staff number;Name;Unit\nT1004;欧阳雪;CS');
    const [moved] = (await staff('q=T1004')).items;
    expect(moved).toMatchObject({ id: people.ouyangXue.id, unit: { name: '计算机学院' }, mobileMasked: '138****1004' });
    expect(await house.app.get(Hosts, { strict: false }).mobileOf(people.ouyangXue.id)).toBe('+8613800001004');
    await send('工号,姓名,单位\nT1004,欧阳雪,FL');
  });
});

describe('a file', () => {
  it.each([
    ['UTF-8', Buffer.from('工号,姓名,单位\nE1,钱一,CS')],
    ['UTF-8 with a mark', Buffer.from('\ufeff工号,姓名,单位\nE1,钱一,CS')],
    ['UTF-16', Buffer.from('\ufeff工号\t姓名\t单位\nE1\t钱一\tCS', 'utf16le')],
  ])('in %s is read', async (_encoding, file) => {
    expect((await send(file, { dryRun: true })).body.lines).toMatchObject([
      { key: 'E1', name: '钱一', action: 'added' },
    ]);
  });

  it('in GB18030 is read, rare characters too', async () => {
    expect((await send(GB18030, { dryRun: true })).body.lines).toMatchObject([{ key: 'G1', name: '钱𠮷' }]);
  });

  it('from Excel is read: two sheets, numbers as cells, formulas as values', async () => {
    const book = await workbook({
      单位: [
        ['单位代码', '单位名称', '英文名称', '校区', '上级单位代码'],
        ['MATH', '数学学院', 'School of Mathematics', 1, 'XB'],
        ['MATH2', '数学系', '', '东校区', 'MATH'],
      ],
      人员: [
        ['教职工名单'],
        ['工号', '姓名', '部门', '是否领导'],
        [20190077, { formula: '"华"&"罗庚"', result: '华罗庚' }, 'MATH', '是'],
      ],
      说明: [['别的东西']],
    });
    const { body } = await send(book);
    expect(body).toMatchObject({ outcome: 'applied', counts: { unit: { added: 2 }, staff: { added: 1 } } });
    const answer = await house.get<DirectoryUnit[]>('/api/directory/units?q=shuxue', { cookie: admin });
    expect(answer.body).toMatchObject([
      { code: 'MATH2', parentName: '数学学院', members: 0 },
      { code: 'MATH', parentName: '学校办公室', members: 1, leaders: [{ name: '华罗庚' }] },
    ]);
    expect((await staff('q=2019')).items).toMatchObject([{ number: '20190077', isLeader: true }]);
  });

  it.each([
    ['directory.file-no-header', Buffer.from('a,b\n1,2')],
    ['sheet.old-excel', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['sheet.unreadable', Buffer.from('PK\u0003\u0004 nothing else')],
    ['sheet.unreadable', Buffer.from([0x81, 0xff, 0x00, 0x30])],
    ['directory.file-too-many-rows', Buffer.from(`工号,姓名,单位\n${'1,王,CS\n'.repeat(50_001)}`)],
    ['request.too-large', Buffer.alloc(10 * 1024 * 1024 + 1, 'a')],
  ])('that cannot be taken is refused: %s', async (code, file) => {
    expect((await send(file)).body.code).toBe(code);
  });

  it('of 20,000 people is taken', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `L${at},张三,CS,139${String(at).padStart(8, '0')}`);
    const { body } = await send(`工号,姓名,单位,手机号\n${rows.join('\n')}`);
    expect(body).toMatchObject({ counts: { staff: { added: 20_000 } }, lineCount: 20_000 });
    expect(body.lines).toHaveLength(2000);
    await house.database.query(`delete from staff_member where number like 'L%'`);
  });

  it('can be begun from a template', async () => {
    for (const part of ['unit', 'staff'])
      for (const form of ['csv', 'xlsx']) {
        const { raw } = await house.get(`/api/directory/template?part=${part}&form=${form}`, { cookie: admin });
        expect((await send(raw, { dryRun: true })).status).toBe(200);
      }
  });
});

describe('a unit', () => {
  const hosts = async () =>
    (await house.get<HostChoice[]>(`/api/hosts?unit=${units.languages.id}&q=${encodeURIComponent('欧阳')}`)).body;

  it('that is closed takes no visitors', async () => {
    expect(await hosts()).toHaveLength(1);
    await send('单位代码,单位名称,校区,状态\nFL,外国语学院,西校区,停用');
    expect(await hosts()).toEqual([]);
    expect((await house.get<object[]>(`/api/units?q=${encodeURIComponent('外国语')}`)).body).toEqual([]);
    await send('单位代码,单位名称,校区,状态\nFL,外国语学院,西校区,启用');
  });

  it('has as many leaders as are appointed', async () => {
    const appoint = (id: string, leader: boolean) =>
      house.post(`/api/directory/staff/${id}/leader`, { leader }, { cookie: admin });
    expect((await appoint(people.wangJing.id, true)).status).toBe(204);
    const leaders = async () =>
      (await house.get<DirectoryUnit[]>('/api/directory/units?q=CS', { cookie: admin })).body[0]?.leaders.length;
    expect(await leaders()).toBe(3);
    await appoint(people.wangJing.id, false);
    expect(await leaders()).toBe(2);
    const auditor = await signInAs(house, people.wuMin.number);
    const audit = await house.get<Page<AuditRow>>('/api/audit?action=directory.leader-dismissed', { cookie: auditor });
    expect(audit.body.items).toMatchObject([{ subjectId: people.wangJing.id, actorName: '周涛' }]);
  });
});

describe('the history', () => {
  it('knows who did what, and so does the audit', async () => {
    const { body } = await house.get<SyncRun[]>('/api/directory/syncs', { cookie: admin });
    expect(body.length).toBeGreaterThan(5);
    expect(body.at(-1)).toMatchObject({
      origin: 'file',
      label: 'list.csv',
      outcome: 'previewed',
      startedByName: '周涛',
    });
    const auditor = await signInAs(house, people.wuMin.number);
    const audit = await house.get<Page<AuditRow>>('/api/audit?action=directory.synced', { cookie: auditor });
    expect(audit.body.items.length).toBeGreaterThan(5);
  });

  it('is the system administrator’s alone', async () => {
    for (const number of ['T1001', 'S2002', 'U4001']) {
      const cookie = await signInAs(house, number);
      for (const path of ['units', 'staff', 'syncs', 'template?part=unit&form=csv'])
        expect((await house.get(`/api/directory/${path}`, { cookie })).status).toBe(403);
      expect((await importSheet(house, cookie, smallCampusList())).status).toBe(403);
    }
    expect((await importSheet(house, '', smallCampusList())).status).toBe(401);
  });
});
