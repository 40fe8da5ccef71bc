import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { Delegation, type NewDelegation } from './delegation.js';

const now = new Date('2026-11-23T01:00:00Z');
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
const [wang, li, chen] = [
  { id: 'wang', name: '王静' },
  { id: 'li', name: '李建国' },
  { id: 'chen', name: '陈晓明' },
];
const give = (change: Partial<NewDelegation> = {}, others: Delegation[] = []) =>
  Delegation.give(
    { id: 'd', owner: wang, delegate: chen, from: day(1), until: day(3), reason: '出差', ...change },
    others,
    now,
  );

describe('a delegation', () => {
  it('holds in its time, the end not included', () => {
    const delegation = give();
    expect([day(0), day(1), day(2), day(3)].map((at) => delegation.holdsAt(at))).toEqual([false, true, true, false]);
    expect(takeEvents(delegation)).toMatchObject([{ type: 'delegation.given', ownerId: 'wang', delegateId: 'chen' }]);
  });
  it('goes to somebody else', () => expect(() => give({ delegate: wang })).toThrow('delegation.to-oneself'));
  it('ends after it begins, in the future, within three months', () => {
    expect(() => give({ until: day(1) })).toThrow('delegation.period-wrong');
    expect(() => give({ from: day(-2), until: day(-1) })).toThrow('delegation.period-wrong');
    expect(() => give({ until: day(94) })).toThrow('delegation.period-wrong');
  });
  it('is one at a time', () => {
    expect(() => give({ delegate: li }, [give()])).toThrow('delegation.overlaps');
    expect(() => give({ from: day(3), until: day(4) }, [give()])).not.toThrow();
  });
  it('makes no chain and no circle: whoever is away himself takes nothing over', () => {
    const chenIsAway = give({ owner: chen, delegate: li });
    expect(() => give({}, [chenIsAway])).toThrow('delegation.delegate-away');
    expect(() => give({ owner: li, delegate: chen }, [chenIsAway])).toThrow('delegation.delegate-away');
  });
  it('is ended early by its owner alone, once, and then stands in nobody’s way', () => {
    const delegation = give();
    expect(() => delegation.end('chen', now)).toThrow('delegation.not-found');
    delegation.end('wang', now);
    expect(delegation.holdsAt(day(2))).toBe(false);
    expect(() => delegation.end('wang', now)).toThrow('delegation.over');
    expect(() => give({ delegate: li }, [delegation])).not.toThrow();
  });
});
