import { describe, expect, it } from 'vitest';
import { useOrders } from './orders.ts';

/** A device that writes down what it does. */
function aDevice({ answers = [true], sent = true }: { answers?: boolean[]; sent?: boolean } = {}) {
  const done: string[] = [];
  const memory = { late: false };
  const lateRoll = { is: () => memory.late, set: (late: boolean) => void (memory.late = late) };
  const tools = {
    roll: () => {
      done.push('roll');
      return (answers.shift() ?? true) ? Promise.resolve() : Promise.reject(new Error('lost'));
    },
    wipe: () => Promise.resolve(void done.push('wipe')),
    work: () => Promise.resolve(void done.push('work')),
    isAllSent: () => sent,
    lateRoll,
  };
  return { done, again: () => useOrders(tools), ...useOrders(tools) };
}
const calm = { roll: false, wipe: null };

describe('a device that is ordered a new secret', () => {
  it('fetches it before anything else, once', async () => {
    const { done, follow } = aDevice();
    await follow({ ...calm, roll: true });
    await follow(calm);
    expect(done).toEqual(['roll', 'work', 'work']);
  });

  it('asks again with every contact while the answer is lost, although nothing is ordered any more', async () => {
    const { done, follow } = aDevice({ answers: [false, false, true] });
    await follow({ ...calm, roll: true });
    await follow(calm);
    await follow(calm);
    await follow(calm);
    expect(done.filter((step) => step === 'roll')).toHaveLength(3);
    expect(done.filter((step) => step === 'work')).toHaveLength(4);
  });

  it('asks again after the page was closed meanwhile', async () => {
    const { done, follow, again } = aDevice({ answers: [false, true] });
    await follow({ ...calm, roll: true });
    await again().follow(calm);
    expect(done).toEqual(['roll', 'work', 'roll', 'work']);
  });

  it('does not ask twice at a time: the second answer would make the first one worthless', async () => {
    const { done, follow } = aDevice();
    await Promise.all([follow({ ...calm, roll: true }), follow({ ...calm, roll: true })]);
    expect(done.filter((step) => step === 'roll')).toHaveLength(1);
  });
});

describe('a device that is to be wiped', () => {
  it('forgets at once, and does nothing else', async () => {
    const { done, follow } = aDevice();
    await follow({ roll: true, wipe: 'now' });
    expect(done).toEqual(['wipe']);
  });

  it('sends what waits first when it may', async () => {
    const { done, follow } = aDevice();
    await follow({ roll: false, wipe: 'after-upload' });
    expect(done).toEqual(['work', 'wipe']);
  });

  it('keeps what could not be sent', async () => {
    const { done, follow } = aDevice({ sent: false });
    await follow({ roll: false, wipe: 'after-upload' });
    expect(done).toEqual(['work']);
  });
});
