import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type KnownDirectory, type KnownMember, type KnownUnit } from './known.js';
import { countLeavers, needsConfirmation } from './leaver-guard.js';
import { type Offer, type OfferedMember, type OfferedUnit } from './offered.js';
import { linesOf } from './sync-lines.js';
import { isEmpty, planSync, type SyncPlan } from './sync-plan.js';
import { type SyncTerms } from './sync-terms.js';

const campuses = [{ id: 'c1', number: 1, name: '东校区', nameEn: 'East' }];
const unit = (code: string, change: Partial<KnownUnit> = {}): KnownUnit => ({
  code,
  name: `${code}学院`,
  nameEn: null,
  campusId: 'c1',
  parent: null,
  active: true,
  origin: 'file',
  ...change,
});
const member = (number: string, change: Partial<KnownMember> = {}): KnownMember => ({
  number,
  name: '王静',
  unit: 'CS',
  title: '',
  leader: false,
  mobileKey: null,
  mailKey: null,
  active: true,
  origin: 'file',
  ...change,
});
const known = (staff: KnownMember[], units = [unit('CS'), unit('FL')]): KnownDirectory => ({ campuses, units, staff });
const row = (number: string, change: Partial<OfferedMember> = {}): OfferedMember => ({
  row: 2,
  number,
  name: '王静',
  unit: 'CS',
  active: true,
  ...change,
});
const unitRow = (code: string, change: Partial<OfferedUnit> = {}): OfferedUnit => ({
  row: 2,
  code,
  name: `${code}学院`,
  campus: '1',
  active: true,
  ...change,
});
const offer = (staff: OfferedMember[] | null, units: OfferedUnit[] | null = null): Offer => ({
  units,
  staff,
  issues: [],
});
const update: SyncTerms = { origin: 'file', complete: false, keep: [] };
const complete: SyncTerms = { ...update, complete: true };
const did = ({ staff, units }: SyncPlan) => [...units, ...staff].map(({ action }) => action);

/** The directory after a plan, as the database would have it. */
function after(before: KnownDirectory, plan: SyncPlan): KnownDirectory {
  const units = new Map(before.units.map((one) => [one.code, one]));
  const staff = new Map(before.staff.map((one) => [one.number, one]));
  for (const { now } of plan.units) units.set(now.code, now);
  for (const { now } of plan.staff) staff.set(now.number, now);
  return { campuses, units: [...units.values()], staff: [...staff.values()] };
}

describe('a member in the source', () => {
  it('is added when unknown', () => {
    expect(did(planSync(known([]), offer([row('1')]), update))).toEqual(['added']);
  });

  it('is not added only to have left', () => {
    expect(isEmpty(planSync(known([]), offer([row('1', { active: false })]), update))).toBe(true);
  });

  it('is left alone when nothing differs', () => {
    const plan = planSync(known([member('1')]), offer([row('1')]), update);
    expect(plan).toMatchObject({ staff: [], unchanged: { staff: 1 } });
  });

  it('keeps what the source does not speak of, and loses what it says is not there', () => {
    const was = member('1', { leader: true, title: '院长', mobileKey: 'aa' });
    expect(isEmpty(planSync(known([was]), offer([row('1')]), update))).toBe(true);
    const plan = planSync(known([was]), offer([row('1', { mobile: null, leader: false, title: '' })]), update);
    expect(plan.staff[0]).toMatchObject({ action: 'changed', fields: ['title', 'leader', 'mobileKey'] });
  });

  it('moves with its unit, leaves and comes back', () => {
    const was = member('1');
    expect(did(planSync(known([was]), offer([row('1', { unit: 'FL' })]), update))).toEqual(['moved']);
    expect(did(planSync(known([was]), offer([row('1', { active: false })]), update))).toEqual(['leaving']);
    expect(did(planSync(known([{ ...was, active: false }]), offer([row('1')]), update))).toEqual(['returning']);
  });

  it('leads nobody after leaving', () => {
    const plan = planSync(known([member('1', { leader: true })]), offer([row('1', { active: false })]), update);
    expect(plan.staff[0]?.now.leader).toBe(false);
  });

  it('may name its unit when only one has that name', () => {
    expect(did(planSync(known([]), offer([row('1', { unit: 'FL学院' })]), update))).toEqual(['added']);
    const twins = [unit('CS', { name: '学院' }), unit('FL', { name: '学院' })];
    expect(planSync(known([], twins), offer([row('1', { unit: '学院' })]), update).issues).toMatchObject([
      { code: 'unit-ambiguous' },
    ]);
  });
});

describe('a bad row', () => {
  it('never loses the others', () => {
    const rows = [
      row('1', { unit: 'nowhere' }),
      row('2', { row: 3 }),
      row('2', { row: 4, name: '李' }),
      row('3', { row: 5 }),
    ];
    const plan = planSync(known([]), offer(rows), update);
    expect(plan.staff.map(({ now }) => [now.number, now.name])).toEqual([
      ['2', '王静'],
      ['3', '王静'],
    ]);
    expect(plan.issues.map(({ row, code }) => [row, code])).toEqual([
      [2, 'unit-unknown'],
      [4, 'duplicate'],
    ]);
  });

  it('lets nobody go, though the source is complete', () => {
    const staff = [member('1'), member('2'), member('3')];
    const unread = { part: 'staff', row: 3, key: '2', field: 'name', code: 'needed', weight: 'rejected' } as const;
    const plan = planSync(known(staff), { ...offer([row('1', { unit: 'nowhere' })]), issues: [unread] }, complete);
    expect(plan.staff.map(({ action, now }) => [action, now.number])).toEqual([['leaving', '3']]);
  });
});

describe('a complete source', () => {
  it('lets go of whom it lacks, but not of another source’s people, nor of whoever runs it', () => {
    const staff = [member('1'), member('2', { origin: 'ldap' }), member('3')];
    const plan = planSync(known(staff), offer([]), { ...complete, keep: ['3'] });
    expect(plan.staff.map(({ now }) => now.number)).toEqual(['1']);
  });

  it('closes a unit it lacks once nobody is left in it', () => {
    const plan = planSync(known([member('1')]), offer([row('1')], []), complete);
    expect(plan.units.map(({ now }) => now.code)).toEqual(['FL']);
  });

  it('says nothing of a part it does not have', () => {
    expect(isEmpty(planSync(known([member('1')]), offer(null, [unitRow('CS'), unitRow('FL')]), complete))).toBe(true);
  });
});

describe('a unit above', () => {
  it('must be known, and may not stand below', () => {
    const plan = planSync(
      known([], []),
      offer(null, [
        unitRow('A', { parent: 'B' }),
        unitRow('B', { parent: 'A', row: 3 }),
        unitRow('C', { parent: 'X', row: 4 }),
      ]),
      update,
    );
    expect(plan.issues.map(({ key, code, weight }) => [key, code, weight])).toEqual([
      ['A', 'parent-circle', 'noted'],
      ['C', 'parent-unknown', 'noted'],
    ]);
    expect(plan.units.map(({ now }) => now.parent)).toEqual([null, 'A', null]);
  });
});

describe('the leaver guard', () => {
  const staff = Array.from({ length: 100 }, (_, at) => member(String(at)));
  const leaving = (count: number) =>
    planSync(known(staff), offer(staff.slice(count).map(({ number }) => row(number))), complete);
  const guard = (count: number, confirmed: number | null, all = known(staff)) =>
    needsConfirmation(countLeavers(all, leaving(count), complete, 10), confirmed);

  it('lets a tenth go without a word, and not one more', () => {
    expect(guard(10, null)).toBe(false);
    expect(guard(11, null)).toBe(true);
  });

  it('takes a confirmation of exactly that number', () => {
    expect(guard(11, 11)).toBe(false);
    expect(guard(12, 11)).toBe(true);
  });

  it('always lets five go', () => {
    const few = known(staff.slice(0, 6));
    const plan = planSync(few, offer([row('0')]), complete);
    expect(needsConfirmation(countLeavers(few, plan, complete, 10), null)).toBe(false);
  });
});

describe('any directory and any source', () => {
  const codes = fc.constantFrom('CS', 'FL', 'A', 'B', 'nowhere');
  const numbers = fc.constantFrom('1', '2', '3', '4', '5');
  const contact = fc.option(fc.constantFrom({ value: 'x', key: 'aa' }, { value: 'y', key: 'bb' }));
  const origin = fc.constantFrom('file' as const, 'ldap' as const);
  const knownUnits = fc.uniqueArray(
    fc
      .record({ code: codes, parent: fc.constant(null), active: fc.boolean(), origin })
      .map(({ code, ...rest }) => unit(code, rest)),
    { selector: ({ code }) => code },
  );
  const knownStaff = fc.uniqueArray(
    fc
      .record({ number: numbers, active: fc.boolean(), leader: fc.boolean(), origin })
      .map(({ number, ...rest }) => member(number, rest)),
    { selector: ({ number }) => number },
  );
  const offers = fc.record({
    units: fc.option(
      fc.array(
        fc.record(
          {
            code: codes,
            name: fc.constantFrom('学院', '处'),
            campus: fc.constantFrom('1', '9'),
            parent: codes,
            active: fc.boolean(),
          },
          { requiredKeys: ['code', 'name', 'campus', 'active'] },
        ),
        { maxLength: 6 },
      ),
    ),
    staff: fc.option(
      fc.array(
        fc.record(
          {
            number: numbers,
            name: fc.constantFrom('王静', '李'),
            unit: codes,
            title: fc.constantFrom('', '教授'),
            mobile: contact,
            mail: contact,
            leader: fc.boolean(),
            active: fc.boolean(),
          },
          { requiredKeys: ['number', 'name', 'unit', 'active'] },
        ),
        { maxLength: 6 },
      ),
    ),
  });
  const numbered = <T>(rows: T[] | null) => rows && rows.map((one, at) => ({ ...one, row: at + 2 }));
  const terms = fc.record({ origin, complete: fc.boolean(), keep: fc.subarray(['1', '2']) });

  it('agree after one sync: the same source a second time changes nothing', () => {
    fc.assert(
      fc.property(knownUnits, knownStaff, offers, terms, (units, staff, offered, how) => {
        const before: KnownDirectory = {
          campuses,
          units: [unit('CS'), ...units.filter(({ code }) => code !== 'CS')],
          staff,
        };
        const given = { units: numbered(offered.units), staff: numbered(offered.staff), issues: [] } as Offer;
        const plan = planSync(before, given, how);
        expect(planSync(before, given, how)).toEqual(plan);
        expect(isEmpty(planSync(after(before, plan), given, how))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('count every member once', () => {
    fc.assert(
      fc.property(knownUnits, knownStaff, offers, terms, (units, staff, offered, how) => {
        const before = { campuses, units: [unit('CS'), ...units.filter(({ code }) => code !== 'CS')], staff };
        const plan = planSync(
          before,
          { units: numbered(offered.units), staff: numbered(offered.staff), issues: [] },
          how,
        );
        const added = plan.staff.filter(({ action }) => action === 'added').length;
        expect(plan.unchanged.staff + plan.staff.length - added).toBe(staff.length);
        expect(plan.unchanged.units).toBeGreaterThanOrEqual(0);
        expect(linesOf(plan)).toHaveLength(plan.issues.length + plan.units.length + plan.staff.length);
      }),
    );
  });
});
