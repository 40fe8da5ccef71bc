import { describe, expect, it } from 'vitest';
import { useLine } from './line.ts';

describe('the line to the server', () => {
  it('survives one failure', () => {
    const line = useLine();
    line.answered(80);
    line.failed();
    expect(line.isGood.value).toBe(true);
  });

  it('is given up after two failures', () => {
    const line = useLine();
    line.failed();
    line.failed();
    expect(line.isGood.value).toBe(false);
  });

  it('is given up when every second answer fails', () => {
    const line = useLine();
    line.failed();
    line.answered(80);
    line.failed();
    expect(line.isGood.value).toBe(false);
  });

  it('forgets a failure after five answers', () => {
    const line = useLine();
    line.failed();
    for (let turn = 0; turn < 5; turn++) line.answered(80);
    line.failed();
    expect(line.isGood.value).toBe(true);
  });

  it('is given up when its answers are slow, though they come', () => {
    const line = useLine();
    line.answered(2_400);
    line.answered(2_300);
    expect(line.isGood.value).toBe(false);
  });

  it('is trusted again after two clean and quick answers, not after one', () => {
    const line = useLine();
    line.cut();
    line.answered(90);
    expect(line.isGood.value).toBe(false);
    line.answered(90);
    expect(line.isGood.value).toBe(true);
  });

  it('is not trusted again while its answers stay slow', () => {
    const line = useLine();
    line.cut();
    for (let turn = 0; turn < 6; turn++) line.answered(3_000);
    expect(line.isGood.value).toBe(false);
  });
});
