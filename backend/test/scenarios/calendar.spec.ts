import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CalendarView, type DialChange, type Problem, type QuotaUse } from '@gatehouse/contract';
import { campuses, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { Rules } from '../../src/policy/public.js';
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

/** The rules are read anew every two seconds; a test does not wait for that. */
const readAnew = () => Object.assign(house.app.get(Rules), { known: null });
beforeEach(() => void readAnew());

const calendar = async (year: number) =>
  (await house.get<CalendarView>(`/api/calendar?year=${year}`, { cookie: administrator })).body;
const turn = (...changes: DialChange[]) =>
  house.post('/api/policy', { changes, reason: '试一试' }, { cookie: administrator }).then(readAnew);
const on = (day: string, from = '01:00', until = '09:00') => ({
  from: `${day}T${from}:00Z`,
  until: `${day}T${until}:00Z`,
});
const codeOf = async (change: Parameters<typeof aBooking>[0]) => {
  const { status, body } = await book(house, aBooking(change));
  return status === 201 ? 'booked' : (body as unknown as Problem).fields?.[0]?.code;
};

describe('the calendar', () => {
  it('knows what the State Council announced for 2025 and 2026', async () => {
    const { years, days, missing } = await calendar(2026);
    expect(years.map(({ year }) => year)).toEqual([2025, 2026]);
    expect(days.filter(({ kind }) => kind === 'holiday')).toHaveLength(33);
    expect(days.filter(({ kind }) => kind === 'workday').map(({ day }) => day)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(missing).toEqual([]);
    expect((await calendar(2025)).days.filter(({ kind }) => kind === 'holiday')).toHaveLength(28);
  });

  it('warns of a year that bookings can reach and nobody entered, here and where operators look', async () => {
    await turn({ key: 'period.maxAheadDays', value: 60 });
    expect((await calendar(2026)).missing).toEqual([2027]);
    const ready = () => house.get<{ warnings: string[] }>('/api/health/ready');
    expect((await ready()).body.warnings).toContain('calendar.year-missing:2027');
    const enter = (csv: string) =>
      house.call<CalendarView & Problem>('PUT', '/api/calendar/years/2027', {
        body: { source: '测试用', csv },
        cookie: administrator,
      });
    const wrong = await enter('2027-01-01,放假,元旦\n2027-13-01,放假,没有这天');
    expect(wrong.status).toBe(422);
    expect(wrong.body.fields).toMatchObject([{ path: 'csv.2', code: 'calendar.day-wrong' }]);
    const { body } = await enter('日期,类别,名称\n2027-01-01,放假,元旦');
    expect(body).toMatchObject({ missing: [], days: [{ day: '2027-01-01', kind: 'holiday', by: '孙丽' }] });
    readAnew();
    expect((await ready()).body.warnings).toEqual([]);
  });

  it('closes a day to one campus, with a name, until it is taken out again', async () => {
    const day = {
      from: '2026-11-26',
      until: '2026-11-27',
      campusId: campuses.east.id,
      kind: 'closed',
      name: '期末考试',
    };
    const { body } = await house.post<CalendarView>('/api/calendar/days', day, { cookie: administrator });
    const own = body.days.filter(({ kind }) => kind === 'closed');
    expect(own.map(({ day: date }) => date)).toEqual(['2026-11-26', '2026-11-27']);
    readAnew();
    expect(await codeOf({ period: on('2026-11-27') })).toBe('policy.closed-day');
    for (const { id } of own) await house.call('DELETE', `/api/calendar/days/${id}`, { cookie: administrator });
    readAnew();
    expect(await codeOf({ period: on('2026-11-27') })).toBe('booked');
    const [holiday] = (await calendar(2026)).days;
    const refused = await house.call('DELETE', `/api/calendar/days/${holiday?.id}`, { cookie: administrator });
    expect(refused.status).toBe(404);
  });

  it('bears on bookings as the policy says', async () => {
    await turn({ key: 'calendar.restFrom', value: '10:00' }, { key: 'calendar.restUntil', value: '16:00' });
    expect(await codeOf({ period: on('2026-11-28') })).toBe('policy.rest-hours');
    await turn({ key: 'calendar.closedOnWeekends', value: true });
    expect(await codeOf({ period: on('2026-11-28') })).toBe('policy.weekend');
    await turn({ key: 'calendar.closedOnHolidays', value: true });
    expect(await codeOf({ period: on('2027-01-01') })).toBe('policy.holiday');
  });
});

describe('a quota', () => {
  it('refuses what it has no room for, also of two at once, and shows how full it is', async () => {
    const quota = { campusId: campuses.east.id, purpose: null, per: 'day' as const, most: 3 };
    await turn({ key: 'quotas', value: [quota] });
    const two = (mobile: string, first: string, second: string) =>
      codeOf({
        period: on('2026-12-03'),
        applicant: { ...aBooking().applicant, documentNumber: first, mobile },
        companions: [companion('林涛', second)],
      });
    const answers = await Promise.all([
      two('13912340011', documents.chen, documents.lin),
      two('13912340012', documents.lin, documents.zhao),
    ]);
    expect(answers.sort()).toEqual(['booked', 'policy.quota-full']);
    const { body } = await house.get<QuotaUse[]>('/api/policy/quotas', { cookie: administrator });
    expect(body[0]?.quota).toEqual(quota);
    expect(body[0]?.days).toHaveLength(7);
  });
});
