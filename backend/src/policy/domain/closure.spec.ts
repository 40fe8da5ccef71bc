import { describe, expect, it } from '@jest/globals';
import { campusInstant } from '../../kernel/campus-time.js';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { Closure } from './closure.js';

const now = campusInstant('2026-11-23', '09:00');
const declare = (begins: Date, ends: Date) =>
  Closure.declare({ id: 'c', campusId: 'east', gateId: null, begins, ends, reason: '停电检修', by: '孙丽' }, now);

describe('a closure', () => {
  it('may begin at once, and tells of it', () => {
    const closure = declare(now, campusInstant('2026-11-24'));
    expect(takeEvents(closure).map(({ type }) => type)).toEqual(['closure.declared']);
  });
  it('ends after it begins, in the future, within a year', () => {
    expect(() => declare(campusInstant('2026-11-25'), campusInstant('2026-11-24'))).toThrow('request.invalid');
    expect(() => declare(campusInstant('2026-11-21'), campusInstant('2026-11-22'))).toThrow('request.invalid');
    expect(() => declare(now, campusInstant('2027-11-30'))).toThrow('request.invalid');
  });
  it('is ended early once, and not when it is over', () => {
    const closure = declare(now, campusInstant('2026-11-24'));
    closure.end('赵强', now);
    expect(() => closure.end('赵强', now)).toThrow('closure.over');
    expect(() => declare(now, campusInstant('2026-11-24')).end('赵强', campusInstant('2026-11-25'))).toThrow(
      'closure.over',
    );
  });
});
