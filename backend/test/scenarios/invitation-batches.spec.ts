import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type GuestListReport,
  type InvitationBatchRow,
  type InvitationRow,
  type InvitationView,
  type Problem,
} from '@gatehouse/contract';
import ExcelJS from 'exceljs';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { EraseGuestLists } from '../../src/visit/application/erase-guest-lists.js';
import { CommandBus } from '@nestjs/cqrs';
import { workbook } from '../support/directory-import.js';
import { House, idempotencyKey } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

const header = '姓名,手机号,开始,结束,人数,事由,备注';
const row = (at: number, name = '陈明', rest = '1,学术交流,') =>
  `${name},1391234${String(1000 + at)},2026-11-25 09:00,2026/11/25 17:00,${rest}`;
const sheet = (...rows: string[]) => [header, ...rows].join('\n');

let house: House;
let wang: string;
let li: string;

async function send(
  file: string | Buffer,
  apply: boolean,
  { key = idempotencyKey(), cookie = wang, preApproved = false } = {},
) {
  return house.call<GuestListReport & Problem>(
    'POST',
    `/api/invitations/batches?apply=${apply}&preApproved=${preApproved}`,
    {
      cookie,
      headers: { 'content-type': 'text/csv', 'idempotency-key': key },
      body: Buffer.from(file),
    },
  );
}

const own = async (cookie = wang) => (await house.get<InvitationRow[]>('/api/invitations', { cookie })).body;
const report = (id: string, form: string, cookie = wang) =>
  house.get<string>(`/api/invitations/batches/${id}/report?form=${form}`, { cookie });
const codesOf = ({ rows }: GuestListReport) =>
  rows.map(({ errors }) => errors.map(({ column, code }) => `${column} ${code}`));

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z' });
  await seedSmallCampus(house.app);
  wang = await signInAs(house, people.wangJing.number);
  li = await signInAs(house, people.liJianguo.number);
});
afterAll(() => house.close());

describe('a list of guests', () => {
  const mixed = sheet(
    row(1),
    row(2, ''),
    row(1),
    '欧阳雪,13912341003,2026-11-25 17:00,2026-11-25 09:00,1,,',
    row(4, '林芳', '0,,'),
  );

  it('is looked at first: every fault by row, and nothing happens', async () => {
    const { body, status } = await send(mixed, false);
    expect(status).toBe(200);
    expect(codesOf(body)).toEqual([
      [],
      ['name field.needed'],
      ['mobile invitation.row-duplicate'],
      ['until policy.period-empty'],
      ['people invitation.people-range'],
    ]);
    expect(body).toMatchObject({ batchId: null, invited: 1, leftToday: 100 });
    expect(body.rows[0]).toMatchObject({ row: 2, mobileMasked: '139****1001', purpose: 'academic' });
    expect(body.rows[1]?.errors[0]?.text).toEqual({ zh: '请填写这一项。', en: 'Please fill this in.' });
    expect(await own()).toEqual([]);
  });

  it('invites the good rows, once however often the button is pressed, and sends each guest the link', async () => {
    const key = idempotencyKey();
    const answers = await Promise.all([send(mixed, true, { key }), send(mixed, true, { key })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(answers.map(({ body }) => body.batchId)).size).toBe(1);
    expect(answers.map(({ body }) => [body.invited, body.rows.length])).toEqual([
      [1, 5],
      [1, 5],
    ]);
    const [made, ...more] = await own();
    expect(more).toEqual([]);
    expect(made).toMatchObject({ kind: 'personal', state: 'open', mobileMasked: '139****1001', purpose: 'academic' });
    await house.settle();
    const { body: outbox } = await house.get<{ template: string; text: string }[]>('/api/dev/outbox');
    const sent = outbox.filter(({ template }) => template === 'invitation');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('王静邀请您来访：2026-11-25 09:00–17:00，东校区');
    const token = /\/visit\/i\/([\w-]+)/.exec(sent[0]?.text ?? '')?.[1] ?? '';
    const { body: view } = await house.get<InvitationView>('/api/invitations/by-token', {
      headers: { 'invitation-token': token },
    });
    expect(view).toMatchObject({ hostName: '王静', isBound: true });
    const stored = await house.database.query(
      'select row_to_json(n)::text as a from notice n union all select row_to_json(b)::text from invitation_batch b union all select row_to_json(e)::text from audit_entry e',
    );
    expect(JSON.stringify(stored.rows)).not.toContain(token);
    const audit = await house.database.query("select details from audit_entry where action = 'invitation.batch-made'");
    expect(audit.rows).toEqual([{ details: expect.objectContaining({ rows: 5, invited: 1, preApproved: false }) }]);
  });

  it('does not invite again who is expected already', async () => {
    const { body } = await send(sheet(row(1), row(5)), false);
    expect(codesOf(body)).toEqual([['mobile invitation.already-invited'], []]);
  });

  it('comes back as a report with links, without formulas, for its host alone', async () => {
    const formula = '=HYPERLINK(1)';
    const { body } = await send(sheet(row(6, '林芳', `1,,${formula}`), row(7, formula)), true);
    const id = body.batchId ?? '';
    const csv = await report(id, 'csv');
    expect(csv.headers['content-disposition']).toContain('attachment');
    expect(csv.body).toContain(`'${formula}`);
    expect(csv.body).not.toMatch(/(^|,)"?=/m);
    expect(csv.body.match(/\/visit\/i\/[\w-]{24}/g)).toHaveLength(1);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await report(id, 'xlsx')).raw as unknown as ArrayBuffer);
    expect(book.worksheets[0]?.getCell('B2').value).toBe('林芳');
    expect((await report(id, 'csv', li)).status).toBe(404);
    expect((await house.get<InvitationBatchRow[]>('/api/invitations/batches', { cookie: li })).body).toEqual([]);
    const office = await signInAs(house, people.wuMin?.number ?? 'U4001');
    expect([403, 404]).toContain((await report(id, 'csv', office)).status);
  });

  it('may be a workbook with dates as Excel keeps them, and can agree beforehand', async () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 26, hour));
    const file = await workbook({
      名单: [
        ['Name', 'Mobile', 'From', 'Until', 'People'],
        ['John Smith', 13912341010, at(9), at(17), 2],
      ],
    });
    const { body } = await send(file, true, { preApproved: true });
    expect(codesOf(body)).toEqual([[]]);
    expect((await own())[0]).toMatchObject({
      people: 2,
      preApproved: true,
      period: { from: '2026-11-26T01:00:00.000Z', until: '2026-11-26T09:00:00.000Z' },
    });
  });

  it.each([
    ['invitation.list-no-header', 'a,b\n1,2'],
    ['invitation.list-empty', header],
    ['invitation.list-too-long', sheet(...Array.from({ length: 201 }, (_, at) => row(at)))],
    ['sheet.old-excel', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['request.too-large', 'x'.repeat(1024 * 1024 + 1)],
  ])('is refused as a whole with %s', async (code, file) => {
    expect((await send(file, false)).body).toMatchObject({ code });
  });

  it('needs a key before anything is made', async () => {
    expect((await send(mixed, true, { key: 'x' })).body).toMatchObject({ code: 'request.malformed' });
  });

  it('leaves the rows above a hundred a day for tomorrow', async () => {
    const many = sheet(...Array.from({ length: 102 }, (_, at) => row(100 + at)));
    const { body } = await send(many, true, { cookie: li });
    expect(body.invited).toBe(100);
    expect(codesOf(body).slice(99)).toEqual([[], ['name invitation.day-limit'], ['name invitation.day-limit']]);
    const one = { kind: 'personal', people: 1, preApproved: false, expiresAt: '2026-11-25T00:00:00Z' };
    expect((await house.post('/api/invitations', one, { cookie: li })).status).toBe(429);
    const again = await send(sheet(row(300)), true, { cookie: li });
    expect(again.body).toMatchObject({ batchId: null, invited: 0, leftToday: 0 });
  });

  it('offers a template that it reads itself', async () => {
    for (const form of ['csv', 'xlsx']) {
      const { raw, status } = await house.get(`/api/invitations/batches/template?form=${form}`, { cookie: wang });
      expect(status).toBe(200);
      expect(codesOf((await send(raw, false)).body)).toEqual([[]]);
    }
  });

  it('is forgotten after 90 days', async () => {
    const [batch] = (await house.get<InvitationBatchRow[]>('/api/invitations/batches', { cookie: wang })).body;
    house.clock.forward(91 * 86_400);
    await house.app.get(CommandBus).execute(new EraseGuestLists());
    wang = await signInAs(house, people.wangJing.number);
    const [erased] = (await house.get<InvitationBatchRow[]>('/api/invitations/batches', { cookie: wang })).body;
    expect(erased).toMatchObject({ id: batch?.id, isErased: true });
    expect((await report(batch?.id ?? '', 'csv')).status).toBe(404);
  });
});

describe('where hosts cannot agree beforehand', () => {
  it('a list cannot either', async () => {
    const strict = await House.open({ now: '2026-11-23T01:00:00Z', preset: 'zhengzhou' });
    await seedSmallCampus(strict.app);
    const cookie = await signInAs(strict, people.wangJing.number);
    const answer = await strict.call<Problem>('POST', '/api/invitations/batches?apply=false&preApproved=true', {
      cookie,
      headers: { 'content-type': 'text/csv' },
      body: Buffer.from(sheet(row(1))),
    });
    expect(answer.body).toMatchObject({ code: 'invitation.pre-approval-off' });
    await strict.close();
  });
});
