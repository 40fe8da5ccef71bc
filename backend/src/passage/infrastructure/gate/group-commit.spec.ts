import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit.js';

/** Work that waits until it is told to go on. */
function aDesk() {
  const batches: { questions: number[]; finish: () => void }[] = [];
  const desk = new GroupCommit<number, number>(
    (questions) =>
      new Promise((resolve, reject) => {
        const finish = () => (questions.includes(13) ? reject(new Error('13')) : resolve(questions.map((q) => q * 10)));
        batches.push({ questions, finish });
      }),
  );
  return { desk, batches };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a group commit', () => {
  it('starts at once and lets the others join the next', async () => {
    const { desk, batches } = aDesk();
    const answers = Promise.all([1, 2, 3].map((q) => desk.ask(q)));
    expect(batches.map(({ questions }) => questions)).toEqual([[1]]);
    batches[0]?.finish();
    await settled();
    expect(batches[1]?.questions).toEqual([2, 3]);
    batches[1]?.finish();
    expect(await answers).toEqual([10, 20, 30]);
  });

  it('sends other batches beside the first when many wait, and never a fourth', async () => {
    const { desk, batches } = aDesk();
    const answers = Promise.all(Array.from({ length: 80 }, (_, q) => desk.ask(q + 20)));
    expect(batches.map(({ questions }) => questions.length)).toEqual([1, 16, 16]);
    batches[1]?.finish();
    await settled();
    expect(batches.map(({ questions }) => questions.length)).toEqual([1, 16, 16, 47]);
    batches.forEach(({ finish }) => finish());
    expect(await answers).toHaveLength(80);
  });

  it('does a failed batch again one by one, so that a bad request harms only itself', async () => {
    const { desk, batches } = aDesk();
    const first = desk.ask(1);
    const good = desk.ask(3);
    const bad = desk.ask(13).catch((error: Error) => error.message);
    for (let at = 0; at < 4; at++) {
      batches[at]?.finish();
      await settled();
    }
    expect(await Promise.all([first, good, bad])).toEqual([10, 30, '13']);
  });
});
