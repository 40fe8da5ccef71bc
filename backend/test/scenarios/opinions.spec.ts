import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AgreementResult,
  type ApprovalDetail,
  type ApprovalPage,
  type OpinionBook,
  type Problem,
} from '@gatehouse/contract';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { aBooking, book } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let cookies: Record<'wang' | 'li' | 'office' | 'admin' | 'auditor', string>;
let serial = 0;

async function booked(change: object = {}): Promise<string> {
  serial += 1;
  const day = String(serial).padStart(2, '0');
  const period = { from: `2026-12-${day}T01:00:00Z`, until: `2026-12-${day}T09:00:00Z` };
  const { body } = await book(house, aBooking({ period, ...change }));
  const { rows } = await house.database.query<{ id: string }>('select id from approval where subject_id = $1', [
    body.id,
  ]);
  return rows[0]?.id ?? '';
}
const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code;
const bookOf = async (cookie: string) => (await house.get<OpinionBook>('/api/opinions', { cookie })).body;
const post = (path: string, body: object, cookie: string) => house.post<{ id: string }>(path, body, { cookie });
const detail = async (id: string, cookie: string) =>
  (await house.get<ApprovalDetail>(`/api/approvals/${id}`, { cookie })).body;
const page = async (cookie: string) => (await house.get<ApprovalPage>('/api/approvals?state=todo', { cookie })).body;

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z' });
  await seedSmallCampus(house.app);
  cookies = {
    wang: await signInAs(house, 'T1001'),
    li: await signInAs(house, 'T1002'),
    office: await signInAs(house, 'S2001'),
    admin: await signInAs(house, 'S2002'),
    auditor: await signInAs(house, 'U4001'),
  };
});
afterAll(() => house.close());

describe('common opinions', () => {
  it('are kept, reworded and dropped by their owner, and seen by nobody else', async () => {
    const { id } = (await post('/api/opinions', { kind: 'refuse', text: '当天出差。' }, cookies.wang)).body;
    expect((await post(`/api/opinions/${id}`, { text: '当天出差，请改期。' }, cookies.wang)).status).toBe(204);
    expect((await bookOf(cookies.wang)).own).toEqual([{ id, kind: 'refuse', text: '当天出差，请改期。' }]);
    expect((await bookOf(cookies.li)).own).toEqual([]);
    for (const path of [`/api/opinions/${id}`, `/api/opinions/${id}/drop`])
      expect(codeOf(await post(path, { text: '改' }, cookies.li))).toBe('opinion.not-found');
    expect((await post(`/api/opinions/${id}/drop`, {}, cookies.wang)).status).toBe(204);
    expect((await bookOf(cookies.wang)).own).toEqual([]);
  });

  it('are offered to all by the security administrator alone', async () => {
    const input = { kind: 'agree', text: '同意，请走东门。' };
    for (const cookie of [cookies.wang, cookies.office, cookies.auditor])
      expect((await post('/api/opinions/shared', input, cookie)).status).toBe(403);
    const { id } = (await post('/api/opinions/shared', input, cookies.admin)).body;
    expect((await bookOf(cookies.li)).shared).toEqual([{ id, ...input }]);
    expect(codeOf(await post(`/api/opinions/${id}/drop`, {}, cookies.admin))).toBe('opinion.not-found');
    await house.settle();
    const audited = await house.database.query(`select from audit_entry where subject_id = $1`, [id]);
    expect(audited.rowCount).toBe(1);
    expect((await post(`/api/opinions/shared/${id}/drop`, {}, cookies.admin)).status).toBe(204);
  });

  it('end at twenty', async () => {
    const more = () => post('/api/opinions', { kind: 'agree', text: '同意。' }, cookies.li);
    for (let count = 0; count < 20; count += 1) expect((await more()).status).toBe(201);
    expect(codeOf(await more())).toBe('opinion.too-many');
  });
});

describe('what an approver does with a to-do', () => {
  it('keeps a draft for phone and PC until the step is decided', async () => {
    const id = await booked();
    const draft = (opinion: string, cookie = cookies.wang) =>
      post(`/api/approvals/${id}/draft`, { intent: 'refuse', opinion }, cookie);
    expect((await draft('那天')).status).toBe(204);
    await draft('那天有会');
    expect((await detail(id, await signInAs(house, 'T1001'))).drafts).toEqual({ refuse: '那天有会' });
    expect(codeOf(await draft('x', cookies.li))).toBe('approval.not-found');
    await draft('');
    expect((await detail(id, cookies.wang)).drafts).toEqual({});
    await draft('又写了');
    await post(`/api/approvals/${id}/refusal`, { opinion: '那天有会' }, cookies.wang);
    expect((await house.database.query('select from opinion_draft')).rowCount).toBe(0);
    expect(codeOf(await draft('太晚'))).toBe('approval.already-decided');
  });

  it('counts what he has not opened yet', async () => {
    const id = await booked();
    expect(await page(cookies.wang)).toMatchObject({ todoCount: 1, unreadCount: 1, items: [{ id, unread: true }] });
    expect(codeOf(await post(`/api/approvals/${id}/seen`, {}, cookies.li))).toBe('approval.not-found');
    for (const again of [1, 2])
      expect([again, (await post(`/api/approvals/${id}/seen`, {}, cookies.wang)).status]).toEqual([again, 204]);
    expect(await page(cookies.wang)).toMatchObject({ todoCount: 1, unreadCount: 0, items: [{ unread: false }] });
  });

  it('agrees to several, each by itself, never to what needs a look of its own', async () => {
    const [plain, listed, done] = [await booked(), await booked(), await booked()];
    await post(`/api/approvals/${done}/agreement`, {}, cookies.wang);
    await house.database.query(
      `update approval set route_reasons = '[{"zh":"来访超过三天","en":"long"}]', leader_rule = 'always' where id = $1`,
      [listed],
    );
    const stranger = '00000000-0000-7000-8000-0000000000aa';
    const ids = [plain, listed, done, stranger, plain];
    const { body } = await house.post<AgreementResult[]>(
      '/api/approvals/agreements',
      { ids, opinion: '同意' },
      { cookie: cookies.wang },
    );
    expect(body.map(({ id, problem }) => [id, problem?.code ?? 'done'])).toEqual([
      [plain, 'done'],
      [listed, 'approval.needs-own-look'],
      [done, 'approval.already-decided'],
      [stranger, 'approval.not-found'],
    ]);
    expect(await detail(plain, cookies.wang)).toMatchObject({ state: 'agreed', visitStatus: 'approved' });
    expect((await detail(listed, cookies.wang)).state).toBe('waiting');
    expect((await post('/api/approvals/agreements', { ids: [] }, cookies.wang)).status).toBe(422);
  });
});
