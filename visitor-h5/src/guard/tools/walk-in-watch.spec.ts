import { type WalkInView } from '@gatehouse/contract/walk-in';
import { describe, expect, it, vi } from 'vitest';
import { type GateCall } from '../device/gate-api.ts';
import { useWalkInWatch } from './walk-in-watch.ts';

const waiting = { id: 'w1', state: 'waiting', hostName: '王静' } as WalkInView;
const approved = { ...waiting, state: 'approved' } as WalkInView;

describe('a walk-in whose host was asked', () => {
  it('is followed until the host answers, which the guard hears once', async () => {
    const answers = [waiting, approved];
    const heard = vi.fn();
    const watch = useWalkInWatch((() => Promise.resolve(answers.shift())) as GateCall, heard);
    await watch.follow(waiting);
    expect(watch.view.value).toEqual(approved);
    expect(heard.mock.calls).toEqual([[approved]]);
  });

  it('is asked about again after the network was lost', async () => {
    vi.useFakeTimers();
    const call = vi.fn().mockRejectedValueOnce(new Error('lost')).mockResolvedValueOnce(approved);
    const watch = useWalkInWatch(call as GateCall, () => undefined);
    const followed = watch.follow(waiting);
    await vi.advanceTimersByTimeAsync(3_000);
    await followed;
    vi.useRealTimers();
    expect(watch.view.value?.state).toBe('approved');
  });

  it('is forgotten when the guard is done with it', async () => {
    const heard = vi.fn();
    let answer: (view: WalkInView) => void = () => undefined;
    const asked = new Promise<WalkInView>((resolve) => (answer = resolve));
    const watch = useWalkInWatch((() => asked) as GateCall, heard);
    const followed = watch.follow(waiting);
    watch.done();
    answer(approved);
    await followed;
    expect(heard).not.toHaveBeenCalled();
    expect(watch.view.value).toBeUndefined();
  });
});
