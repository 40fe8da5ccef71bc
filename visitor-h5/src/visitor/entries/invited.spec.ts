import { type InvitationView } from '@gatehouse/contract/invitation';
import { expect, it } from 'vitest';
import { toRequest } from '../apply/application.ts';
import { problemsOf } from '../apply/checks.ts';
import { aBooking, anApplication } from '../testing/samples.ts';
import { fixBy } from './invited.ts';

const view: InvitationView = {
  kind: 'group',
  hostName: '王静',
  hostId: 'h9',
  unit: { id: 'u9', name: '计算机学院' },
  campus: { id: 'west', name: '西校区' },
  period: { from: '2026-11-24T01:00:00Z', until: '2026-11-24T09:00:00Z' },
  purpose: 'academic',
  note: null,
  peopleLeft: 3,
  preApproved: true,
  isBound: false,
  expiresAt: '2026-11-25T00:00:00Z',
};

it('an invited guest sends the token and what the host fixed, also where hosts are typed', () => {
  const application = anApplication();
  fixBy(application, 'token', view);

  expect(toRequest(application, false, '1')).toMatchObject({
    invitation: 'token',
    campusId: 'west',
    unitId: 'u9',
    host: { staffId: 'h9' },
    period: view.period,
    reason: '研讨会',
  });
});

it('a fixed period is not the guest’s mistake once it has begun', () => {
  const application = anApplication();
  fixBy(application, 'token', view);

  expect(problemsOf(application, aBooking(), Date.parse('2026-11-24T03:00:00Z')).period).toBeUndefined();
});
