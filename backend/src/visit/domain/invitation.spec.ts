import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { Invitation, type InvitationPlan } from './invitation.js';

const now = new Date('2026-11-23T01:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const plan = (change: Partial<InvitationPlan> = {}): InvitationPlan => ({
  id: 'i1',
  kind: 'personal',
  campusId: 'east',
  unitId: 'cs',
  hostId: 'wang',
  token: { hash: new Uint8Array(32), sealed: new Uint8Array(60) },
  period: null,
  purpose: null,
  note: null,
  people: 2,
  preApproved: false,
  mobile: null,
  expiresAt: later(48),
  ...change,
});
const make = (change: Partial<InvitationPlan> = {}, mayPreApprove = true) =>
  Invitation.make(plan(change), mayPreApprove, now);

describe('an invitation', () => {
  it('is for one person up to two hundred', () => {
    expect(() => make({ people: 0 })).toThrow('invitation.people-range');
    expect(() => make({ kind: 'group', people: 201 })).toThrow('invitation.people-range');
    expect(make({ kind: 'group', people: 200 }).peopleCap).toBe(200);
  });

  it('is pre-approved only where the policy lets hosts agree beforehand', () => {
    expect(() => make({ preApproved: true }, false)).toThrow('invitation.pre-approval-off');
    expect(make({ preApproved: true }).preApproved).toBe(true);
  });

  it('is bound to a phone only when it is personal', () => {
    const mobile = { index: 'aa', masked: '139****0001' };
    expect(() => make({ kind: 'group', mobile })).toThrow('invitation.phone-for-one');
    const bound = make({ mobile });
    expect(() => bound.use('v1', 'bb', 1, now)).toThrow('invitation.other-phone');
    expect(() => bound.use('v1', 'aa', 1, now)).not.toThrow();
  });

  it('ends with the period it invites to, and within ninety days', () => {
    expect(make({ period: { from: later(1), until: later(9) } }).expiresAt).toEqual(later(9));
    expect(() => make({ expiresAt: now })).toThrow('invitation.expiry-range');
    expect(() => make({ expiresAt: later(91 * 24) })).toThrow('invitation.expiry-range');
  });

  it('lets a guest who comes late begin now, and no guest stay longer', () => {
    const fixed = make({ period: { from: later(1), until: later(9) } });
    const asked = { from: later(3), until: later(30) };
    expect(fixed.periodFor(asked, now)).toEqual({ from: later(1), until: later(9) });
    expect(fixed.periodFor(asked, later(2))).toEqual({ from: later(2), until: later(9) });
    expect(make().periodFor(asked, now)).toBe(asked);
  });

  it('is taken back by its host alone, once', () => {
    const invitation = make();
    expect(() => invitation.withdraw('li', now)).toThrow('invitation.not-found');
    invitation.withdraw('wang', now);
    invitation.withdraw('wang', now);
    expect(invitation.isOpen(now)).toBe(false);
    expect(takeEvents(invitation).map(({ type }) => type)).toEqual(['invitation.made', 'invitation.withdrawn']);
  });

  it('is over when it expires', () => expect(make().isOpen(later(48))).toBe(false));
});
