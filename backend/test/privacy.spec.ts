import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gates, people, seedSmallCampus } from '../seeds/small-campus.js';
import { AuditSealer } from '../src/platform/audit/audit-sealer.js';
import { checkDatabase } from '../src/platform/audit/verify/read-database.js';
import { approvedVisit, GateDevice, onPhone } from './support/at-the-gate.js';
import { aBooking, applicantMobile, book, documents } from './support/booking.js';
import { eventually } from './support/eventually.js';
import { House } from './support/house.js';
import { searchFor } from './support/search.js';
import { signInAs, visitorSignIn } from './support/sign-in.js';

let house: House;
let log = '';
const write = process.stdout.write;

/** A logger that finds standard output replaced writes to what it finds. */
function listen(): void {
  process.stdout.write = (text: string | Uint8Array) => {
    log += String(text);
    return true;
  };
}

/** Numbers of documents and mobiles, in clear. */
const numbers = (text: string): string[] =>
  text.match(/(?<![0-9a-f-])(\d{17}[\dX]|(?:\+?86)?1[3-9]\d{9})(?![0-9a-f])/g) ?? [];
const names = (text: string): string[] => text.match(/陈明|林晓/g) ?? [];

const stored = async (columns: string, table: string): Promise<string> =>
  JSON.stringify((await house.database.query(`select ${columns} from ${table}`)).rows);

beforeAll(async () => {
  listen();
  house = await House.open({ env: { LOG_LEVEL: 'debug' } });
  await seedSmallCampus(house.app);
  const visitor = await visitorSignIn(house, applicantMobile);
  const device = await GateDevice.pair(house, gates.eastMain);
  const visit = await approvedVisit(house, {}, visitor);
  const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
  house.clock.set('2026-11-24T01:00:00Z');
  await device.letThrough(await phone.code(house.clock.now()), 'entry');
  await device.ask(documents.chen, { kind: 'document' });
  await device.ask(documents.lin, { kind: 'document' });
  const office = await signInAs(house, people.zhaoQiang.number);
  await searchFor(house, 'visits', '陈明', office);
  const words = await house.post<{ handle: string }>('/api/search/words', { words: '陈明' }, { cookie: office });
  const filter = { words: words.body.handle };
  await house.post('/api/exports', { list: 'passages', filter, reason: '检查' }, { cookie: office });
  await book(house, aBooking({ applicant: { ...aBooking().applicant, documentNumber: '330502199505150071' } }));
  await house.post('/api/visitor/codes', { mobile: '139123400' });
  await house.settle();
});

afterAll(async () => {
  process.stdout.write = write;
  await house.close();
});

describe('after a whole journey', () => {
  it('the debug log tells of its requests', () => {
    expect(log.match(/"requestId":"[0-9a-f-]{36}"/g)?.length).toBeGreaterThan(10);
  });

  it('the log names nobody and holds no number', () => {
    expect(numbers(log)).toEqual([]);
    expect(names(log)).toEqual([]);
  });

  it('neither do the audit and the deliveries', async () => {
    const audit = await stored('actor_id, actor_name, action, subject_id, details', 'audit_entry');
    const deliveries = await stored('payload, last_error', 'delivery');
    expect(audit).toContain('visit.approved');
    expect(deliveries.length).toBeGreaterThan(100);
    expect([...numbers(audit + deliveries), ...names(audit + deliveries)]).toEqual([]);
  });

  it('no table holds a number in clear', async () => {
    for (const table of ['visit', 'pass', 'passage', 'notice', 'passage_nonce', 'one_time_code', 'visitor_session'])
      expect({ table, found: numbers(await stored('t::text', `${table} t`)) }).toEqual({ table, found: [] });
  });

  it('the audit of everything that was done verifies', async () => {
    // What happens by itself after the journey may write between the sweep and the look.
    await eventually(async () => {
      await house.app.get(AuditSealer).sweep();
      const report = await checkDatabase(house.appUrl, []);
      expect(report).toMatchObject({ found: 0, unsealed: 0 });
      expect(report.links).toBeGreaterThan(10);
    });
  });

  it('the test itself would notice', () => {
    expect(numbers(`{"document":"${documents.chen}","mobile":"+86${applicantMobile}"}`)).toHaveLength(2);
    expect(numbers(`{"id":"019aab13-9123-7001-8000-139123400012"}`)).toEqual([]);
  });
});
