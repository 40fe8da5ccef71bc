import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { GrantRole } from '../../src/identity/application/grant-role.js';
import { approvedVisit, GateDevice } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book } from '../support/booking.js';
import { addEquipment } from '../support/devices/equipment.js';
import { House } from '../support/house.js';
import { type Route, routesOfHouse } from '../support/routes.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

/** How a route is tried: with what of somebody else, and whether an answer of success is no leak. */
interface Row {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  /** about oneself, about the whole university, or a list within one's own bounds: may succeed, but shows nothing foreign */
  mayAnswer?: true;
}

const reason = '与您无关';
const later = '2026-11-25T04:00:00.000Z';

/** One row for every route of staff; a route without one fails. `:visit` and the like stand for somebody else's. */
const rows: Record<string, Row> = {
  'GET /api/auth/me': { mayAnswer: true },
  'GET /api/auth/sessions': { mayAnswer: true },
  'DELETE /api/auth/sessions': { mayAnswer: true },
  'DELETE /api/auth/sessions/:id': { params: { id: 'session' } },
  'GET /api/staff/leaders': { mayAnswer: true },
  'GET /api/approvals': { query: '?state=all', mayAnswer: true },
  'GET /api/approvals/:id': { params: { id: 'approval' } },
  'POST /api/approvals/:id/agreement': { params: { id: 'approval' }, body: { opinion: reason } },
  'POST /api/approvals/:id/refusal': { params: { id: 'approval' }, body: { opinion: reason } },
  'POST /api/approvals/:id/correction': {
    params: { id: 'approval' },
    body: { fields: [{ field: 'reason', note: reason }] },
  },
  'POST /api/approvals/:id/draft': { params: { id: 'approval' }, body: { text: reason } },
  'POST /api/approvals/:id/seen': { params: { id: 'approval' } },
  'POST /api/approvals/agreements': { body: { ids: [randomUUID()] }, mayAnswer: true },
  'GET /api/opinions': { mayAnswer: true },
  'POST /api/opinions': { body: {} },
  'POST /api/opinions/:id': { params: { id: 'none' }, body: { text: reason } },
  'POST /api/opinions/:id/drop': { params: { id: 'none' } },
  'POST /api/opinions/shared': { body: {} },
  'POST /api/opinions/shared/:id': { params: { id: 'none' }, body: { text: reason } },
  'POST /api/opinions/shared/:id/drop': { params: { id: 'none' } },
  'GET /api/resale-flags': { mayAnswer: true },
  'GET /api/visits': { mayAnswer: true },
  'GET /api/visits/:id': { params: { id: 'visit' } },
  'POST /api/visits/:id/office-refusal': { params: { id: 'pending' }, body: { reason } },
  'GET /api/visits/:id/people/:index/photo': { params: { id: 'visit', index: 'zero' } },
  'GET /api/visits/:id/documents/:key': { params: { id: 'visit', key: 'zero' } },
  'GET /api/my-visits': { query: '?when=today', mayAnswer: true },
  'GET /api/my-visits/:id': { params: { id: 'visit' } },
  'POST /api/my-visits/:id/revocation': { params: { id: 'visit' }, body: { reason } },
  'POST /api/my-visits/:id/period': { params: { id: 'visit' }, body: { until: later } },
  'POST /api/my-visits/:id/stay': { params: { id: 'visit' }, body: { answer: 'left' } },
  'GET /api/webhooks': { mayAnswer: true },
  'POST /api/webhooks': { body: {} },
  'PUT /api/webhooks/:id': { params: { id: 'none' }, body: {} },
  'DELETE /api/webhooks/:id': { params: { id: 'none' } },
  'POST /api/webhooks/:id/secret': { params: { id: 'none' } },
  'POST /api/webhooks/:id/test': { params: { id: 'none' } },
  'GET /api/webhooks/calls': { mayAnswer: true },
  'POST /api/webhooks/calls/:id/retry': { params: { id: 'none' } },
  'GET /api/my-messages': { mayAnswer: true },
  'PUT /api/my-messages': { body: { arrivals: true, departures: true }, mayAnswer: true },
  'GET /api/invitations': { mayAnswer: true },
  'POST /api/invitations': { body: {} },
  'POST /api/invitations/:id/withdrawal': { params: { id: 'none' } },
  'GET /api/invitations/batches': { mayAnswer: true },
  'POST /api/invitations/batches': { body: {} },
  'GET /api/invitations/batches/template': { query: '?form=csv', mayAnswer: true },
  'GET /api/invitations/batches/:id/report': { params: { id: 'none' }, query: '?form=csv' },
  'GET /api/delegations': { mayAnswer: true },
  'GET /api/delegations/candidates': { mayAnswer: true },
  'POST /api/delegations': { body: {} },
  'POST /api/delegations/:id/end': { params: { id: 'delegation' } },
  'GET /api/standing': { mayAnswer: true },
  'POST /api/standing/appeal': { body: { text: reason } },
  'GET /api/office/approvals': { mayAnswer: true },
  'POST /api/office/approvals/:id/decision': { params: { id: 'approval' }, body: { agree: true, reason } },
  'POST /api/office/approvals/:id/chase': { params: { id: 'approval' } },
  'GET /api/hosts-ledger': { mayAnswer: true },
  'POST /api/hosts-ledger/:id/suspension': { params: { id: 'host' }, body: { until: later, reason } },
  'POST /api/hosts-ledger/:id/lift': { params: { id: 'host' } },
  'POST /api/hosts-ledger/:id/answer': { params: { id: 'host' }, body: { answer: reason, upheld: true } },
  'GET /api/passages': { mayAnswer: true },
  'GET /api/reports/:kind': { params: { kind: 'none' }, query: '?from=2026-11-23&until=2026-11-23' },
  'GET /api/exports': { mayAnswer: true },
  'POST /api/exports': { body: { list: 'visits', filter: {}, reason }, mayAnswer: true },
  'GET /api/exports/:id': { params: { id: 'none' } },
  'POST /api/exports/:id/again': { params: { id: 'none' } },
  'POST /api/exports/:id/cancellation': { params: { id: 'none' } },
  'GET /api/exports/:id/file': { params: { id: 'none' } },
  'POST /api/passages/:id/annulment': { params: { id: 'passage' }, body: { reason } },
  'GET /api/incidents': { mayAnswer: true },
  'GET /api/incidents/:id': { params: { id: 'incident' } },
  'POST /api/incidents/:id/closing': { params: { id: 'incident' }, body: { finding: 'harmless', note: reason } },
  'GET /api/gates': { mayAnswer: true },
  'GET /api/devices': { mayAnswer: true },
  'POST /api/devices': { body: { name: '别处', campusId: campuses.east.id, gateIds: [gates.eastMain.id] } },
  'GET /api/devices/:id': { params: { id: 'device' } },
  'POST /api/devices/:id/roll': { params: { id: 'device' } },
  'GET /api/long-term-visits': { mayAnswer: true },
  'POST /api/long-term-visits/:id/renewal': { params: { id: 'visit' }, body: { lastDay: later.slice(0, 10), reason } },
  'POST /api/long-term-visits/:id/revocation': { params: { id: 'visit' }, body: { reason } },
  'GET /api/overstays': { mayAnswer: true },
  'POST /api/overstays/:id/question': { params: { id: 'visit' } },
  'POST /api/overstays/:id/period': { params: { id: 'visit' }, body: { until: later, reason } },
  'POST /api/overstays/:id/departure': { params: { id: 'visit' }, body: { reason } },
  'POST /api/devices/:id/revocation': { params: { id: 'device' }, body: { reason } },
  'POST /api/devices/:id/settings': { params: { id: 'device' }, body: { profile: 'kiosk' } },
  'POST /api/devices/:id/wipe': { params: { id: 'device' }, body: { reason } },
  'GET /api/equipment': { mayAnswer: true },
  'POST /api/equipment': {
    body: {
      name: '别处',
      campusId: campuses.east.id,
      vendor: 'plate-camera',
      serial: 'foreign-1',
      lanes: [{ door: 1, gateId: gates.eastMain.id, direction: 'entry' }],
      networks: [],
    },
  },
  'GET /api/equipment/:id/people': { params: { id: 'equipment' } },
  'POST /api/equipment/:id/push': { params: { id: 'equipment' } },
  'POST /api/equipment/:id/people/:person/push': { params: { id: 'equipment', person: 'none' } },
  'GET /api/muster': { query: `?campus=${campuses.east.id}`, mayAnswer: true },
  'GET /api/muster/ticks': { query: `?campus=${campuses.east.id}`, mayAnswer: true },
  'PUT /api/muster/ticks': { body: { campus: campuses.east.id, passId: campuses.east.id, met: true } },
  'POST /api/muster/ticks/clear': { body: { campus: campuses.east.id } },
  'POST /api/muster/prints': { body: { campus: campuses.east.id, people: 3 } },
  'GET /api/emergencies': { mayAnswer: true },
  'GET /api/guards': { mayAnswer: true },
  'POST /api/guards': { body: { campusId: campuses.east.id, number: '777', name: '别处', role: 'guard' } },
  'POST /api/guards/:id/pin': { params: { id: 'guard' } },
  'POST /api/guards/:id/suspension': { params: { id: 'guard' }, body: { reason } },
  'DELETE /api/guards/:id/suspension': { params: { id: 'guard' } },
  'POST /api/guards/:id/gates': { params: { id: 'guard' }, body: { gateIds: [] } },
  'POST /api/guards/:id/end': { params: { id: 'guard' } },
  'GET /api/dashboard': { mayAnswer: true },
  'GET /api/dashboard/live': {},
  'POST /api/search/words': { body: { words: '王' }, mayAnswer: true },
  'GET /api/search/words/:handle': { params: { handle: 'none' } },
  'GET /api/people': { mayAnswer: true },
  'GET /api/plates': { mayAnswer: true },
  'GET /api/saved-views': { query: '?list=visits', mayAnswer: true },
  'POST /api/saved-views': { body: { list: 'visits' } },
  'DELETE /api/saved-views/:id': { params: { id: 'none' } },
  'GET /api/audit': { mayAnswer: true },
  'GET /api/audit/export': { mayAnswer: true },
  'GET /api/audit/checkpoints': { mayAnswer: true },
  'POST /api/audit/checkpoints': {},
  'GET /api/deliveries': { mayAnswer: true },
  'POST /api/deliveries/:id/retry': { params: { id: 'none' } },
  'GET /api/blacklist': { mayAnswer: true },
  'POST /api/blacklist': { body: {} },
  'GET /api/blacklist/:id/caught': { params: { id: 'none' }, mayAnswer: true },
  'POST /api/blacklist/:id/caught': { params: { id: 'none' }, body: { visitIds: [randomUUID()], reason } },
  'GET /api/blacklist/hits': { query: '?from=2026-11-01&until=2026-11-30', mayAnswer: true },
  'POST /api/blacklist/imports': { body: {} },
  'GET /api/blacklist/template': { query: '?form=csv', mayAnswer: true },
  'POST /api/blacklist/:id/review': { params: { id: 'none' }, body: { note: reason, reviewOn: '2027-01-31' } },
  'POST /api/blacklist/:id/evidence': { params: { id: 'none' }, query: '?name=a.pdf', body: {} },
  'GET /api/blacklist/:id/evidence/:file': { params: { id: 'none', file: 'none' } },
  'GET /api/visits/:id/screening': { params: { id: 'visit' } },
  'POST /api/visits/:id/people/:index/reveal': {
    params: { id: 'visit', index: 'zero' },
    body: { fields: ['document'], reason },
  },
  'POST /api/blacklist/:id/lift': { params: { id: 'none' }, body: { reason } },
  'GET /api/policy': { mayAnswer: true },
  'POST /api/policy': { body: { reason, dials: {} } },
  'GET /api/jobs': { mayAnswer: true },
  'POST /api/jobs/:name/runs': { params: { name: 'none' } },
  'GET /api/integrations': { mayAnswer: true },
  'POST /api/integrations/:key/tests': { params: { key: 'none' } },
  'GET /api/retention': { mayAnswer: true },
  'POST /api/retention': { body: { changes: [{ kind: 'session', days: 5 }], reason } },
  'POST /api/retention/runs': {},
  'GET /api/holds': { mayAnswer: true },
  'POST /api/holds': { body: { kind: 'visit', subject: 'A1', reason } },
  'POST /api/holds/:id/release': { params: { id: 'none' }, body: { reason } },
  'GET /api/policy/versions': { mayAnswer: true },
  'GET /api/policy/quotas': { mayAnswer: true },
  'GET /api/calendar': { mayAnswer: true },
  'PUT /api/calendar/years/:year': { params: { year: 'year' }, body: { source: reason, csv: '2027-01-01,放假,元旦' } },
  'POST /api/calendar/days': {
    body: { from: '2026-12-01', until: '2026-12-01', campusId: campuses.east.id, kind: 'closed', name: '别处' },
  },
  'DELETE /api/calendar/days/:id': { params: { id: 'none' } },
  'GET /api/closures': { mayAnswer: true },
  'POST /api/closures/preview': {
    body: { campusId: campuses.east.id, gateId: null, begins: '2026-11-23T00:00:00Z', ends: later },
  },
  'POST /api/closures': {
    body: { campusId: campuses.east.id, gateId: null, begins: '2026-11-23T00:00:00Z', ends: later, reason },
  },
  'POST /api/closures/:id/end': { params: { id: 'none' } },
  'GET /api/policy/differences': { query: '?was=1&now=1', mayAnswer: true },
  'PUT /api/policy/draft': { body: { basedOn: 1, revision: null, changes: [{ key: 'period.maxDays', value: 1 }] } },
  'DELETE /api/policy/draft': { body: { revision: 1 } },
  'POST /api/policy/dry-run': {
    body: { changes: [{ key: 'approval.leader', value: 'always' }], from: '2026-11-01', until: '2026-11-30' },
    mayAnswer: true,
  },
  'POST /api/policy/publication': { body: { basedOn: 1, revision: 1, reason } },
  'POST /api/policy/versions/:version/return': { params: { version: 'one' }, body: { basedOn: 1, reason } },
  'POST /api/policy/versions/:version/withdrawal': { params: { version: 'one' }, body: { reason } },
  'GET /api/directory/units': { mayAnswer: true },
  'GET /api/directory/staff': { mayAnswer: true },
  'GET /api/directory/template': { mayAnswer: true },
  'GET /api/directory/source': { mayAnswer: true },
  'GET /api/directory/syncs': { mayAnswer: true },
  'GET /api/directory/syncs/:id': { params: { id: 'none' } },
  'GET /api/directory/syncs/:id/report': { params: { id: 'none' } },
  'POST /api/directory/staff/:id/leader': { params: { id: 'host' }, body: { isLeader: true } },
  'POST /api/directory/imports': { body: {} },
  'POST /api/directory/syncs': { body: { kind: 'ldap' } },
  'GET /api/roles': { mayAnswer: true },
  'GET /api/roles/grants': { mayAnswer: true },
  'GET /api/roles/candidates': { query: '?q=王静', mayAnswer: true },
  'POST /api/roles/grants': { body: { staffId: people.wangJing.id, role: 'security-office', reason } },
  'POST /api/roles/grants/:id/end': { params: { id: 'none' }, body: { reason } },
  'GET /api/local-accounts': { mayAnswer: true },
  'POST /api/local-accounts/links': { body: {} },
  'POST /api/local-accounts/:id/end': { params: { id: 'none' } },
  'GET /api/sign-in/providers': { mayAnswer: true },
  'PUT /api/sign-in/providers/:key': { params: { key: 'none' }, body: {} },
  'POST /api/sign-in/providers/:key/test': { params: { key: 'none' } },
};

let house: House;
let routes: Route[];
const foreign: Record<string, string> = { none: randomUUID(), zero: '0', one: '1', year: '2027' };
/** what of somebody else must never appear */
let marks: string[];
const cookies: Record<string, string> = {};

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  routes = routesOfHouse(house).filter(({ access }) => access?.kind === 'staff');
  const visitor = await visitorSignIn(house, applicantMobile);
  const period = { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T09:00:00.000Z' };
  const visit = await approvedVisit(house, { transport: 'car', plate: '浙A12345', period }, visitor);
  const { body: pending } = await book(
    house,
    aBooking({ period: { from: period.from.replace('24', '25'), until: period.until.replace('24', '25') } }),
  );
  const device = await GateDevice.pair(house, gates.eastMain);
  const equipment = await addEquipment(house, { vendor: 'plate-camera', serial: 'east-1' });
  const one = async (text: string, values: unknown[]) =>
    (await house.database.query<{ id: string }>(text, values)).rows[0]?.id;
  Object.assign(foreign, {
    visit: visit.id,
    pending: pending.id,
    host: people.wangJing.id,
    device: device.id,
    equipment: equipment.id,
    approval: await one('select id from approval where subject_id = $1', [pending.id]),
    passage: await one(
      `insert into passage (id, at, learned_at, campus_id, gate_id, device_id, direction, verdict, reason, outcome, credential,
         nonce, skew_seconds, policy_version)
       values (gen_random_uuid(), now(), now(), $1, $2, $3, 'entry', 'admit', 'OK', 'admitted', 'code', 'n', 0, 1) returning id`,
      [campuses.east.id, gates.eastMain.id, device.id],
    ),
    guard: await one(
      `insert into guard (id, campus_id, number, name, role, pin_hash, added_by, added_at)
       values (gen_random_uuid(), $1, '778', '别处', 'guard', '', '', now()) returning id`,
      [campuses.east.id],
    ),
    incident: await one(
      `insert into incident (id, campus_id, kind, state, passage_ids, found_at)
       values (gen_random_uuid(), $1, 'double-passage', 'open', '{}', now()) returning id`,
      [campuses.east.id],
    ),
    session: await one('select id from staff_session where staff_id = $1 limit 1', [people.wangJing.id]),
    delegation: await one(
      `insert into delegation (id, owner_id, owner_name, delegate_id, delegate_name, from_at, until_at, reason, given_at)
       values (gen_random_uuid(), $1, '王静', $2, '李建国', now(), now() + interval '1 year', '出差', now()) returning id`,
      [people.wangJing.id, people.liJianguo.id],
    ),
  });
  marks = [
    visit.id,
    visit.number,
    visit.passes[0]?.id ?? '',
    '浙A12345',
    pending.id,
    pending.number,
    foreign.approval ?? '',
  ];
  expect(marks.every(Boolean)).toBe(true);
  const commands = house.app.get(CommandBus);
  const west = { campusId: campuses.west.id, unitId: null };
  await commands.execute(new GrantRole(people.chenXiaoming.id, 'security-admin', west));
  const bind = 'update role_grant set campus_id = $2 where staff_id = $1';
  for (const { id } of [people.wuMin, people.zhouTao]) await house.database.query(bind, [id, campuses.west.id]);
  cookies['without a role'] = await signInAs(house, people.ouyangXue.number);
  cookies['of the office of another campus'] = await signInAs(house, people.chenXiaoming.number);
  cookies['auditor of another campus'] = await signInAs(house, people.wuMin.number);
  cookies['administrator of another campus'] = await signInAs(house, people.zhouTao.number);
});
afterAll(() => house.close());

const keyOf = ({ method, path }: Route) => `${method} ${path}`;

async function attempt(route: Route, cookie?: string) {
  const { params = {}, query = '', body = {} } = rows[keyOf(route)] ?? {};
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => foreign[params[name] ?? 'none'] ?? '');
  const call = { ...(cookie && { cookie }), ...(route.method !== 'GET' && { body }) };
  const { status, raw } = await house.call(route.method as 'GET', path + query, call);
  const text = raw.toString('utf8');
  // Of a refusal only what the request did not name itself counts.
  const shown = marks.filter((mark) => text.includes(mark) && !path.includes(mark));
  return { route: keyOf(route), status, shown };
}

describe('every route of staff', () => {
  it('has its row here', () => {
    expect(routes.map(keyOf).sort()).toEqual(Object.keys(rows).sort());
  });

  it('needs a session', async () => {
    for (const route of routes) expect(await attempt(route)).toEqual({ route: keyOf(route), status: 401, shown: [] });
  });

  it.each([
    'without a role',
    'of the office of another campus',
    'auditor of another campus',
    'administrator of another campus',
  ])('shows and does nothing foreign for somebody %s', async (who) => {
    const leaks = [];
    for (const route of routes) {
      const { status, shown } = await attempt(route, cookies[who]);
      const mayAnswer = rows[keyOf(route)]?.mayAnswer ?? false;
      if (status >= 500 || shown.length > 0 || (status < 400 && !mayAnswer))
        leaks.push({ route: keyOf(route), status, shown });
    }
    expect(leaks).toEqual([]);
    const { rows: visits } = await house.database.query('select status from visit order by status');
    expect(visits).toEqual([{ status: 'approved' }, { status: 'pending' }]);
  });
});

describe('roles of one person at two campuses', () => {
  it('each act where they were given', async () => {
    const commands = house.app.get(CommandBus);
    const grant = (role: 'security-office' | 'security-admin', campus: { id: string }) =>
      commands.execute(new GrantRole(people.liJianguo.id, role, { campusId: campus.id, unitId: null }));
    await grant('security-office', campuses.east);
    await grant('security-admin', campuses.west);
    const cookie = await signInAs(house, people.liJianguo.number);
    const suspend = (id: string) =>
      house.post(`/api/hosts-ledger/${id}/suspension`, { until: later, reason }, { cookie });
    expect((await house.get(`/api/visits/${foreign.visit}`, { cookie })).status).toBe(200);
    expect((await house.post(`/api/devices/${foreign.device}/revocation`, { reason }, { cookie })).status).toBe(404);
    expect((await suspend(people.wangJing.id)).status).toBe(404);
    // Suspending is off until the office turns it on: refused for that reason, not for the campus.
    expect((await suspend(people.ouyangXue.id)).status).toBe(409);
  });
});
