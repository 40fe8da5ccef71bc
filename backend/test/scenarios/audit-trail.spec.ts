import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditRow, type Page } from '@gatehouse/contract';
import { campuses, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { AuditLog } from '../../src/platform/audit/audit-log.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { type CheckpointFile } from '../../src/platform/audit/checkpoint.js';
import { checkFile } from '../../src/platform/audit/verify/read-file.js';
import { UnitOfWork } from '../../src/platform/events/unit-of-work.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let auditor: string;
const list = async (query = '', cookie = auditor) =>
  (await house.get<Page<AuditRow>>(`/api/audit?${query}`, { cookie })).body;

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T08:30:00Z' });
  await seedSmallCampus(house.app);
  await house.app.get(UnitOfWork).run(async () => {
    for (let number = 0; number < 7; number++) {
      const campusId = number % 2 ? campuses.west.id : campuses.east.id;
      const at = new Date(Date.parse('2026-11-20T15:59:00Z') + number * 60_000);
      await house.app.get(AuditLog).append('test.noted', { kind: 'note', id: `n${number}`, campusId }, { number }, at);
    }
  });
  auditor = await signInAs(house, people.wuMin.number);
});
afterAll(() => house.close());

describe('the audit trail', () => {
  it('is read newest first, page by page, without loss', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Page<AuditRow> = await list(`action=test.noted&limit=3${after && `&after=${after}`}`);
      seen.push(...page.items.map(({ subjectId }) => subjectId));
      after = page.next;
    }
    expect(seen).toEqual(['n6', 'n5', 'n4', 'n3', 'n2', 'n1', 'n0']);
  });

  it('shows the place in the chain once an entry is sealed', async () => {
    await house.app.get(AuditSealer).sweep();
    const { items } = await list('action=test.noted');
    expect(items.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(items[0]).toMatchObject({ actorKind: 'system', subjectKind: 'note', details: { number: 6 } });
  });

  it.each([
    ['subjectKind=note&subjectId=n3', ['n3']],
    ['q=n4', ['n4']],
    ['q=test.noted&from=2026-11-21', ['n6', 'n5', 'n4', 'n3', 'n2', 'n1']],
    ['q=test.noted&until=2026-11-20', ['n0']],
    ['actor=system&action=test.noted&from=2026-11-22', []],
    ['actor=nobody', []],
  ])('filters by %s', async (query, expected) => {
    expect((await list(query)).items.map(({ subjectId }) => subjectId)).toEqual(expected);
  });

  it('shows an auditor of one campus that campus, and what belongs to none', async () => {
    await house.database.query('update role_grant set campus_id = $1 where staff_id = $2', [
      campuses.west.id,
      people.wuMin.id,
    ]);
    const scoped = await signInAs(house, people.wuMin.number);
    expect((await list('action=test.noted', scoped)).items.map(({ subjectId }) => subjectId)).toEqual([
      'n5',
      'n3',
      'n1',
    ]);
    expect((await house.get('/api/audit/export', { cookie: scoped })).status).toBe(403);
    await house.database.query('update role_grant set campus_id = null where staff_id = $1', [people.wuMin.id]);
  });

  it('refuses a cursor that it has not given out', async () => {
    expect(await house.get('/api/audit?after=zzz', { cookie: auditor })).toMatchObject({ status: 400 });
  });

  it.each(['sunLi', 'zhaoQiang', 'zhouTao', 'wangJing'] as const)('is not for %s', async (who) => {
    const cookie = await signInAs(house, people[who].number);
    for (const path of ['', '/export', '/checkpoints'])
      expect((await house.get(`/api/audit${path}`, { cookie })).status).toBe(403);
  });
});

describe('what an auditor takes along', () => {
  it('is a checkpoint of the chain including his wish for it', async () => {
    const { status, body } = await house.post<CheckpointFile>('/api/audit/checkpoints', {}, { cookie: auditor });
    expect(status).toBe(200);
    const { items } = await list('action=audit.checkpoint-requested');
    expect(items).toMatchObject([{ seq: body.seq, actorName: '吴敏' }]);
    expect((await house.get('/api/audit/checkpoints', { cookie: auditor })).body).toContainEqual(body);
  });

  it('is a file that proves itself without the house', async () => {
    const { body: checkpoint } = await house.post<CheckpointFile>('/api/audit/checkpoints', {}, { cookie: auditor });
    const { raw, headers } = await house.get('/api/audit/export', { cookie: auditor });
    expect(headers['content-disposition']).toBe('attachment; filename="audit-2026-11-23.jsonl"');
    const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-audit-')), 'audit.jsonl');
    writeFileSync(file, raw);
    const report = await checkFile(file, [checkpoint]);
    expect(report).toMatchObject({ found: 0, firstSeq: 1 });
    expect(report.lastSeq).toBeGreaterThan(checkpoint.seq);
    expect((await list('action=audit.exported')).items).toMatchObject([{ actorName: '吴敏', details: { from: 1 } }]);
  });
});
