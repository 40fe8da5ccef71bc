import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { HostStanding } from './host-standing.js';

const now = new Date('2026-11-23T01:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

function suspended(): HostStanding {
  const standing = HostStanding.of('wang');
  standing.suspend(later(30), '多次未核实来访人', '孙丽', now);
  return standing;
}

describe('the standing of a host', () => {
  it('is good until the office suspends, and again after the end', () => {
    expect(HostStanding.of('wang').isSuspended(now)).toBe(false);
    expect([0, 29, 30].map((days) => suspended().isSuspended(later(days)))).toEqual([true, true, false]);
  });
  it('is suspended with an end and a reason, once at a time', () => {
    expect(() => HostStanding.of('wang').suspend(now, '理由', '孙丽', now)).toThrow('standing.end-needed');
    expect(() => HostStanding.of('wang').suspend(later(1), ' ', '孙丽', now)).toThrow('request.invalid');
    expect(() => suspended().suspend(later(60), '又一次', '孙丽', now)).toThrow('standing.already-suspended');
  });
  it('can be lifted early, and then given again', () => {
    const standing = suspended();
    standing.lift(later(1));
    expect(standing.isSuspended(later(2))).toBe(false);
    expect(() => standing.lift(later(2))).toThrow('standing.not-suspended');
    standing.suspend(later(60), '再次发生', '孙丽', later(3));
    expect(takeEvents(standing).map(({ type }) => type)).toEqual([
      'host.suspended',
      'host.suspension-lifted',
      'host.suspended',
    ]);
  });
  it('can be appealed once, and an appeal upheld ends the suspension', () => {
    const standing = suspended();
    standing.appeal('来访人均已核实', later(1));
    expect(() => standing.appeal('再说一遍', later(1))).toThrow('standing.appealed-already');
    standing.answer('情况属实', true, '孙丽', later(2));
    expect(standing.isSuspended(later(2))).toBe(false);
  });
  it('stays as it is when the appeal is not upheld; nothing is left to answer then', () => {
    const standing = suspended();
    expect(() => standing.answer('？', false, '孙丽', now)).toThrow('standing.no-appeal');
    standing.appeal('来访人均已核实', later(1));
    standing.answer('维持原决定', false, '孙丽', later(2));
    expect(standing.isSuspended(later(2))).toBe(true);
    expect(() => standing.answer('？', true, '孙丽', later(3))).toThrow('standing.no-appeal');
  });
});
