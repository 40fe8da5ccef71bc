// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { paperCabinet } from '../support/paper-cabinet.ts';
import { useLock } from './use-lock.ts';

describe('an unwatched gate page', () => {
  let scope: ReturnType<typeof effectScope>;
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    scope = effectScope();
  });
  afterEach(() => {
    scope.stop();
    vi.useRealTimers();
  });

  const duty = { isOn: true };
  function aLock(afterSeconds = 60, cabinet = paperCabinet()) {
    const putAway = vi.fn(() => Promise.resolve());
    const tools = { cabinet, afterSeconds: () => afterSeconds, isOnDuty: () => duty.isOn, putAway, now: Date.now };
    return { cabinet, putAway, lock: scope.run(() => useLock(tools))! };
  }
  const minutes = (n: number) => vi.advanceTimersByTimeAsync(n * 60_000);

  it('locks itself when nobody touched it for so long, and puts away what must not lie open', async () => {
    const { lock, putAway } = aLock();
    await lock.open();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(lock.isLocked.value).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lock.isLocked.value).toBe(true);
    expect(putAway).toHaveBeenCalledOnce();
  });

  it('stays open while somebody touches it or types', async () => {
    const { lock } = aLock();
    await lock.open();
    for (const event of ['pointerdown', 'keydown', 'pointerdown', 'keydown']) {
      await vi.advanceTimersByTimeAsync(50_000);
      dispatchEvent(new Event(event));
    }
    expect(lock.isLocked.value).toBe(false);
  });

  it('never locks where the office wants none, or where nobody is on duty', async () => {
    const never = aLock(0).lock;
    await never.open();
    duty.isOn = false;
    const idle = aLock().lock;
    await idle.open();
    await minutes(600);
    expect([never.isLocked.value, idle.isLocked.value]).toEqual([false, false]);
    duty.isOn = true;
  });

  it('is locked when it is opened again, until the guard has proved himself', async () => {
    const { lock, cabinet } = aLock();
    await lock.open();
    await minutes(2);
    const again = aLock(60, cabinet).lock;
    await again.open();
    expect(again.isLocked.value).toBe(true);
    await again.release();
    expect(await cabinet.read('device', 'locked')).toBeUndefined();
    await minutes(0.5);
    expect(again.isLocked.value).toBe(false);
  });

  it('that was closed for hours opens locked', async () => {
    const { lock, cabinet } = aLock();
    await lock.open();
    dispatchEvent(new Event('pointerdown'));
    scope.stop();
    scope = effectScope();
    await minutes(180);
    const later = aLock(60, cabinet).lock;
    await later.open();
    expect(later.isLocked.value).toBe(true);
  });
});
