import { describe, expect, it } from '@jest/globals';
import { mayAlsoHold, permissionsOf, rolesOf } from './roles.js';
import { scopeOf, scopesOf } from './scope.js';

describe('roles', () => {
  it('begin with that of a member of staff, who decides own approvals', () => {
    expect(rolesOf([])).toEqual(['staff']);
    expect(permissionsOf(['staff'])).toEqual(['approval.decide']);
  });

  it('of administrator and auditor are not mixed with that of staff', () => {
    expect(rolesOf(['system-admin'])).toEqual(['system-admin']);
    expect(rolesOf(['auditor'])).toEqual(['auditor']);
    expect(rolesOf(['security-office'])).toEqual(['staff', 'security-office']);
  });

  it('let the system administrator see no visitor data', () => {
    const visitorData = [
      'visit.read',
      'passage.read',
      'passage.export',
      'blacklist.read',
      'person.reveal',
      'dashboard.read',
      'approval.decide',
    ];
    expect(permissionsOf(['system-admin']).filter((permission) => visitorData.includes(permission))).toEqual([]);
  });

  it('let the auditor change nothing, and nobody else read the audit', () => {
    expect(permissionsOf(['auditor'])).toEqual([
      'audit.read',
      'passage.export',
      'role.read',
      'retention.read',
      'hold.read',
    ]);
    expect(permissionsOf(['staff', 'security-office', 'security-admin', 'system-admin'])).not.toContain('audit.read');
  });

  it.each([
    [['security-office'], 'security-admin', true],
    [['security-admin'], 'auditor', false],
    [['auditor'], 'security-office', false],
    [['security-admin'], 'system-admin', false],
    [['system-admin'], 'auditor', false],
    [['staff'], 'auditor', true],
    [['auditor'], 'auditor', true],
  ] as const)('who is %j may also be %s: %s', (held, role, may) => {
    expect(mayAlsoHold([...held], role)).toBe(may);
  });
});

describe('what lists show', () => {
  const bound = (campusId: string | null, unitId: string | null = null) => ({ campusId, unitId });

  it('is nothing without a grant', () => {
    expect(scopeOf([])).toEqual({ campusIds: [], unitIds: [] });
  });

  it('is the campuses of all grants together', () => {
    expect(scopeOf([bound('east'), bound('west'), bound('east')])).toEqual({
      campusIds: ['east', 'west'],
      unitIds: null,
    });
  });

  it('is everything as soon as one grant is not bound', () => {
    expect(scopeOf([bound('east'), bound(null)])).toEqual({ campusIds: null, unitIds: null });
  });

  it('of units of two campuses is that of the first: no unit is shown at the other campus', () => {
    expect(scopeOf([bound('east', 'computing'), bound('west', 'languages'), bound('east', 'physics')])).toEqual({
      campusIds: ['east'],
      unitIds: ['computing', 'physics'],
    });
  });

  it('are never widened by a grant for a unit beside one for a campus', () => {
    const grants = [bound('east'), { campusId: null, unitId: 'computing' }];
    expect(scopeOf(grants)).toEqual({ campusIds: ['east'], unitIds: null });
  });
});

describe('a permission', () => {
  it('holds where its own grants hold, not where another role was given', () => {
    const scopes = scopesOf([
      { role: 'security-admin', campusId: 'east', unitId: null },
      { role: 'security-office', campusId: 'west', unitId: null },
    ]);
    expect(scopes['device.write']).toEqual({ campusIds: ['east'], unitIds: null });
    expect(scopes['visit.read']).toEqual({ campusIds: ['east', 'west'], unitIds: null });
    expect(scopes['audit.read']).toBeUndefined();
  });

  it('of a grant for one unit is not widened by another role for a whole campus', () => {
    const scopes = scopesOf([
      { role: 'security-admin', campusId: 'east', unitId: 'computing' },
      { role: 'security-office', campusId: null, unitId: null },
    ]);
    expect(scopes['standing.write']).toEqual({ campusIds: ['east'], unitIds: ['computing'] });
    expect(scopes['standing.read']).toEqual({ campusIds: null, unitIds: null });
  });
});
