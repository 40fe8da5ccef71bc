import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DialChange, type Difference, type DryRun, type PolicyView, type Problem } from '@gatehouse/contract';
import { CommandBus } from '@nestjs/cqrs';
import { campuses, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { GrantRole } from '../../src/identity/application/grant-role.js';
import { aBooking, book, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let administrator: string;

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  administrator = await signInAs(house, people.sunLi.number);
});
afterAll(() => house.close());

const policy = async () => (await house.get<PolicyView>('/api/policy', { cookie: administrator })).body;
const keep = <T = PolicyView>(basedOn: number, revision: number | null, ...changes: DialChange[]) =>
  house.call<T>('PUT', '/api/policy/draft', { body: { basedOn, revision, changes }, cookie: administrator });
const publish = <T = PolicyView>(body: object) =>
  house.post<T>('/api/policy/publication', body, { cookie: administrator });
const longest = (value: number): DialChange => ({ key: 'period.maxDays', value });
const valueOf = ({ dials }: PolicyView, name: string) => dials.find(({ key }) => key === name)?.value;

describe('a draft', () => {
  it('is kept for everybody who may change the rules, and changes nothing yet', async () => {
    const { version } = await policy();
    const { status, body } = await keep(version, null, longest(5));
    expect(status).toBe(200);
    expect(body.draft).toMatchObject({ basedOn: version, revision: 1, by: '孙丽', changes: [longest(5)] });
    expect(valueOf(body, 'period.maxDays')).toBe(7);
  });

  it('that somebody else kept meanwhile is not written over', async () => {
    const { version } = await policy();
    const { status, body } = await keep<Problem>(version, null, longest(2));
    expect(status).toBe(409);
    expect(body.code).toBe('policy.draft-changed');
    expect((await policy()).draft?.changes).toEqual([longest(5)]);
  });

  it('becomes a version with who and why, and the difference is told in the audit', async () => {
    const { version } = await policy();
    expect((await publish<Problem>({ basedOn: version, revision: 9, reason: '放假' })).body.code).toBe(
      'policy.draft-changed',
    );
    const { body } = await publish({ basedOn: version, revision: 1, reason: '放假' });
    expect(body).toMatchObject({ version: version + 1, draft: null });
    expect(body.versions[0]).toMatchObject({ by: '孙丽', reason: '放假' });
    const path = `/api/policy/differences?was=${version}&now=${version + 1}`;
    const { body: differences } = await house.get<Difference[]>(path, { cookie: administrator });
    expect(differences).toEqual([{ key: 'period.maxDays', was: 7, now: 5 }]);
  });

  it('made from an older version is caught', async () => {
    const { body } = await keep<Problem>(1, null, longest(3));
    expect(body.code).toBe('policy.changed-meanwhile');
  });
});

describe('a version that starts later', () => {
  it('waits, keeps others from being published, and can be withdrawn', async () => {
    const { version } = await policy();
    await keep(version, null, longest(4));
    const past = await publish<Problem>({
      basedOn: version,
      revision: 1,
      reason: '学期',
      startsAt: '2026-11-01T00:00:00Z',
    });
    expect(past.body.fields).toMatchObject([{ path: 'startsAt', code: 'policy.start-past' }]);
    const startsAt = new Date(house.clock.now().getTime() + 86_400_000).toISOString();
    const { body } = await publish({ basedOn: version, revision: 1, reason: '学期', startsAt });
    expect(body).toMatchObject({ version, newest: version + 1, scheduled: { version: version + 1 } });
    await keep(version + 1, null, longest(2));
    const { body: problem } = await publish<Problem>({ basedOn: version + 1, revision: 1, reason: '急' });
    expect(problem.code).toBe('policy.version-scheduled');
    await house.call('DELETE', '/api/policy/draft', { body: { revision: 1 }, cookie: administrator });
    const path = `/api/policy/versions/${version + 1}/withdrawal`;
    const { body: after } = await house.post<PolicyView>(path, { reason: '不办了' }, { cookie: administrator });
    expect(after).toMatchObject({ version, newest: version, scheduled: null });
    expect(after.versions[0]).toMatchObject({ withdrawnBy: '孙丽' });
  });

  it('that is in force is not withdrawn, but an earlier one is published again', async () => {
    const { version } = await policy();
    const withdrawn = await house.post<Problem>(
      `/api/policy/versions/${version}/withdrawal`,
      { reason: '不' },
      { cookie: administrator },
    );
    expect(withdrawn.body.code).toBe('policy.not-scheduled');
    const back = (to: number) =>
      house.post<PolicyView>(
        `/api/policy/versions/${to}/return`,
        { basedOn: version, reason: '恢复' },
        { cookie: administrator },
      );
    expect((await back(99)).status).toBe(404);
    const { body } = await back(1);
    expect(body.versions[0]).toMatchObject({ returnsTo: 1, reason: '恢复' });
    expect(valueOf(body, 'period.maxDays')).toBe(7);
    expect(body.version).toBe(version + 2); // a withdrawn version keeps its number
  });
});

describe('a dry run', () => {
  const dryRun = <T = DryRun>(changes: DialChange[], cookie = administrator, from = '2026-11-01') =>
    house.post<T>('/api/policy/dry-run', { changes, from, until: '2026-11-30' }, { cookie });
  const needsLeader: DialChange[] = [{ key: 'approval.leaderFromPartySize', value: 2 }];

  it('says which visits would have needed a leader, and which would have been refused', async () => {
    const alone = (await book(house)).body;
    const party = (await book(house, aBooking({
      period: { from: '2026-11-25T01:00:00Z', until: '2026-11-26T09:00:00Z' },
      companions: [companion('林涛', documents.lin)],
    }))).body; // prettier-ignore
    const { body } = await dryRun(needsLeader);
    expect(body).toMatchObject({ visits: 2, complete: true, unaffected: 1 });
    expect(body.changes).toMatchObject([
      {
        kind: 'needs-leader',
        visits: 1,
        people: 2,
        rows: [{ visitId: party.id, number: party.number, unitName: '计算机学院' }],
      },
    ]);
    const { body: shorter } = await dryRun([longest(1), { key: 'period.leadMinutes', value: 10_080 }]);
    expect(shorter.changes[0]).toMatchObject({ kind: 'refused', visits: 2 });
    const rows = shorter.changes[0]?.rows ?? [];
    expect(rows.find(({ visitId }) => visitId === alone.id)?.codes).toEqual(['policy.too-early']);
    expect(JSON.stringify(body)).not.toContain('陈明');
  });

  it('looks at the visits of one’s own campuses only', async () => {
    const west = { campusId: campuses.west.id, unitId: null };
    await house.app.get(CommandBus).execute(new GrantRole(people.chenXiaoming.id, 'security-office', west));
    const cookie = await signInAs(house, people.chenXiaoming.number);
    expect((await dryRun(needsLeader, cookie)).body).toMatchObject({ visits: 0, changes: [] });
  });

  it('refuses what no version could hold, and times out of reach', async () => {
    expect((await dryRun<Problem>([longest(0)])).status).toBe(422);
    expect((await dryRun<Problem>(needsLeader, administrator, '2026-01-01')).status).toBe(422);
  });
});
