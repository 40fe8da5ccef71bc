import { describe, expect, it } from '@jest/globals';
import { type Role } from '@gatehouse/contract';
import { appointable, type Appointment, mayAppoint } from './appointment.js';
import { RoleGrant } from './role-grant.js';

const now = new Date('2026-11-23T01:00:00Z');
const everywhere = { campusIds: null, unitIds: null };
const by = (role: Role, scope: { campusIds: string[] | null; unitIds: string[] | null } = everywhere) => ({
  id: 'zhou',
  name: '周涛',
  roles: [role],
  scope,
});
const to = (role: Role, change: Partial<Appointment> = {}): Appointment => ({
  staffId: 'li',
  role,
  campusId: null,
  unitId: null,
  ...change,
});
const refusal = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('roles are given', () => {
  it.each<[Role, Role, boolean]>([
    ['system-admin', 'security-admin', true],
    ['system-admin', 'auditor', true],
    ['system-admin', 'system-admin', true],
    ['system-admin', 'security-office', false],
    ['security-admin', 'security-office', true],
    ['security-admin', 'security-admin', false],
    ['security-admin', 'system-admin', false],
    ['security-admin', 'auditor', false],
    ['security-office', 'security-office', false],
    ['auditor', 'auditor', false],
    ['staff', 'security-office', false],
  ])('by %s: %s? %s', (giver, role, may) => {
    expect(refusal(() => mayAppoint(by(giver), to(role)))).toBe(may ? null : 'role.not-yours-to-give');
    expect(appointable([giver]).includes(role)).toBe(may);
  });

  it('by nobody to himself', () => {
    expect(refusal(() => mayAppoint(by('system-admin'), to('auditor', { staffId: 'zhou' })))).toBe(
      'role.not-to-oneself',
    );
  });

  it('within the bounds of who gives them', () => {
    const west = by('security-admin', { campusIds: ['west'], unitIds: null });
    expect(refusal(() => mayAppoint(west, to('security-office', { campusId: 'west' })))).toBeNull();
    expect(refusal(() => mayAppoint(west, to('security-office', { campusId: 'east' })))).toBe(
      'role.outside-your-bounds',
    );
    expect(refusal(() => mayAppoint(west, to('security-office')))).toBe('role.outside-your-bounds');
  });

  it('to a system administrator for the whole university', () => {
    expect(refusal(() => mayAppoint(by('system-admin'), to('system-admin', { campusId: 'west' })))).toBe(
      'role.for-the-whole-university',
    );
  });
});

describe('a grant', () => {
  const held = (role: Role, campusId: string | null = null, unitId: string | null = null) => ({
    role,
    campusId,
    unitId,
  });
  const give = (
    role: Role,
    holds: ReturnType<typeof held>[],
    campusId: string | null = null,
    unitId: string | null = null,
  ) => refusal(() => RoleGrant.give({ id: '1', staffId: 'li', role, campusId, unitId }, holds, now));

  it('never joins separated roles in one person', () => {
    expect(give('auditor', [held('security-admin')])).toBe('auth.roles-separated');
    expect(give('security-office', [held('system-admin')])).toBe('auth.roles-separated');
    expect(give('security-admin', [held('security-office')])).toBeNull();
  });

  it('is not given twice for the same place', () => {
    expect(give('security-office', [held('security-office', 'east')], 'east')).toBe('role.held-already');
    expect(give('security-office', [held('security-office', 'east')], 'west')).toBeNull();
  });

  it('for a unit does not join one for a unit of another campus', () => {
    const computing = held('security-office', 'east', 'computing');
    expect(give('security-office', [computing], 'west', 'languages')).toBe('role.units-of-two-campuses');
    expect(give('security-office', [computing], 'east', 'physics')).toBeNull();
    expect(give('security-office', [computing], 'west')).toBeNull();
  });
});
