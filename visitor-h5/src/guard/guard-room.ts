import { type HeartbeatAnswer } from '@gatehouse/contract/passage';
import { computed, inject, ref, shallowRef, type InjectionKey } from 'vue';
import { serverNow } from '../shared/clock.ts';
import { ApiError } from '../shared/http.ts';
import { recall, remember } from '../shared/storage.ts';
import { type Cabinet } from './device/cabinet.ts';
import { gateApi, mayWorkLater } from './device/gate-api.ts';
import { type Orders } from './device/orders.ts';
import { useContact } from './device/use-contact.ts';
import { useDevice } from './device/use-device.ts';
import { useLine } from './offline/line.ts';
import { type GatePost } from './offline/post.ts';
import { useOutcomeQueue } from './passage/outcome-queue.ts';
import { settling } from './passage/settling.ts';
import { useParty } from './scan/party.ts';
import { useScanDesk } from './scan/scan-desk.ts';
import { signal } from './scan/signals.ts';
import { switchingVerdicts } from './scan/verdict-source.ts';
import { useGuardSession } from './shift/use-guard-session.ts';
import { useLock } from './shift/use-lock.ts';
import { useNight } from './shift/use-night.ts';
import { useShift } from './shift/use-shift.ts';
import { useWalkInWatch } from './tools/walk-in-watch.ts';
import { t } from './words.ts';

export type GuardRoom = ReturnType<typeof useGuardRoom>;
const guardRoom: InjectionKey<GuardRoom> = Symbol('guard room');
export { guardRoom };

const isoNow = () => new Date().toISOString();

/** Where the settings of the device do not say otherwise. */
const OFFLINE_AFTER_MS = 2_000;
const LOCK_AFTER_SECONDS = 900;

/** Everything one gate post needs, put together once. */
export function useGuardRoom(cabinet: Cabinet) {
  const device = useDevice(cabinet);
  const shift = useShift(cabinet, serverNow);
  const guard = useGuardSession(cabinet, () => api.call, serverNow);
  const api = gateApi(
    () => device.identity.value!,
    () => void beRevoked(),
    () => guard.session.value?.token,
  );
  const line = useLine();
  /** What the gate does without network; loaded once the device is paired, null where the browser cannot. */
  const post = shallowRef<GatePost>();
  const queue = useOutcomeQueue(cabinet, api.confirmPassage, (outcome) => t('guard.recordedAs', { outcome }));
  const waiting = computed(() => [...queue.waiting.value, ...(post.value?.facts.waiting.value ?? [])]);
  const disputed = computed(() => [...queue.disputed.value, ...(post.value?.facts.disputed.value ?? [])]);
  const contact = useContact(
    api,
    line,
    () => ({
      queueLength: waiting.value.length,
      ...(post.value?.shelf.state.value && { bundleVersion: post.value.shelf.state.value.head.version }),
    }),
    (answer) => void onContact(answer).catch(() => undefined),
  );
  /** name of the page that lies over the desk */
  const openTool = ref('');
  const withSound = ref(recall('guard-sound') !== 'off');
  const newNonce = () => crypto.randomUUID();
  const settled = settling({ queue, post: () => post.value, newNonce });
  const desk = useScanDesk({
    source: switchingVerdicts({
      askServer: api.askVerdict,
      judgeHere: () => (post.value?.canJudge.value ? post.value.ask : null),
      line,
      patience: () => contact.settings.value?.offlineAfterMs || OFFLINE_AFTER_MS,
      mayWorkLater,
      now: Date.now,
    }),
    party: useParty({
      askServer: api.askVerdict,
      giveBack: ({ answer }) => void settled.keep(answer, { outcome: 'lapsed', by: shift.by.value, at: isoNow() }),
      newNonce,
      now: Date.now,
    }),
    settle: settled.settle,
    duty: () => ({ gate: shift.shift.value!.gateId, direction: shift.shift.value!.direction, by: shift.by.value }),
    announce: (verdict) => signal(verdict, withSound.value),
    newNonce,
    now: Date.now,
  });

  const walkIn = useWalkInWatch(api.call, ({ state }) =>
    signal(state === 'approved' ? 'admit' : 'refuse', withSound.value),
  );

  function setSound(on: boolean): void {
    withSound.value = on;
    remember('guard-sound', on ? null : 'off');
  }

  const lock = useLock({
    cabinet,
    afterSeconds: () => contact.settings.value?.lockAfterSeconds ?? Number(recall('guard-lock') ?? LOCK_AFTER_SECONDS),
    isOnDuty: () => !!shift.shift.value,
    putAway: guard.putAway,
    now: Date.now,
  });

  /** The guard's own PIN again. Without network it is what he signed in with that is compared. */
  async function unlock(pin: string): Promise<void> {
    try {
      await guard.signIn({ number: shift.shift.value!.guardNumber, pin });
    } catch (error) {
      if (!mayWorkLater(error)) throw error;
      const check = await guard.check(pin);
      if (check.kind === 'unknown') throw error;
      if (check.kind === 'wrong')
        throw new ApiError(
          'guard.not-recognised',
          0,
          t('guard.lockWrong'),
          t('guard.lockTries', { n: check.triesLeft }),
        );
    }
    await lock.release();
  }

  let orders: Orders | undefined;
  const openOrders = async () =>
    (await import('./device/orders.ts')).useOrders({
      roll: () => device.roll(api.call),
      wipe: wipeAsTold,
      work: async () => {
        if (!post.value) await openPost();
        await deliver();
      },
      isAllSent: () => waiting.value.length === 0,
      lateRoll: {
        is: () => recall('guard-roll') === 'late',
        set: (late) => remember('guard-roll', late ? 'late' : null),
      },
    });

  async function onContact({ settings }: HeartbeatAnswer): Promise<void> {
    if (settings) remember('guard-lock', String(settings.lockAfterSeconds));
    orders ??= await openOrders();
    await orders.follow(settings);
  }

  /** What waits goes up, then what is new comes down. */
  async function deliver(): Promise<void> {
    await queue.deliverAll();
    await post.value?.synchronise().catch(() => undefined);
  }

  async function wipeAsTold(): Promise<void> {
    post.value = undefined;
    await endShift();
    await cabinet.empty(['bundle', 'seen', 'facts', 'outcomes']);
    await api.call('POST', '/devices/wiped', {}).catch(() => undefined);
    await device.wipe();
  }

  /** Names and keys go at once; what was not uploaded stays until the guard has seen it. */
  async function beRevoked(): Promise<void> {
    await device.setRevoked(true);
    remember('guard-roll', null);
    await guard.forget();
    await post.value?.wipe();
  }

  async function endShift(): Promise<void> {
    await guard.signOut();
    await shift.end();
    await lock.release();
  }

  async function openPost(): Promise<void> {
    if (post.value || !device.identity.value || !('subtle' in crypto)) return;
    try {
      const { openPost: open } = await import('./offline/post.ts');
      post.value = await open({
        cabinet,
        call: api.call,
        identity: () => device.identity.value!,
        gates: () => gates.value,
        by: () => shift.by.value,
        says: ({ status, incident }) => t(incident || status === 'conflict' ? 'guard.conflict' : 'guard.uploadInvalid'),
        now: serverNow,
      });
    } catch {
      // without network and without the worker's copy: tried again with the next contact
      return;
    }
  }

  async function open(): Promise<void> {
    await device.open();
    await shift.open();
    await guard.open();
    await lock.open();
    if (!device.identity.value) return;
    await Promise.all([queue.open(), openPost()]);
  }

  const gates = computed(() =>
    contact.gates.value.length ? contact.gates.value : (device.identity.value?.gates ?? []),
  );
  const gate = computed(() => gates.value.find(({ id }) => id === shift.shift.value?.gateId));
  const { call, photoOf } = api;
  return {
    device,
    shift,
    guard,
    lock,
    unlock,
    queue,
    post,
    waiting,
    disputed,
    deliver,
    endShift,
    contact,
    desk,
    gates,
    gate,
    call,
    photoOf,
    night: useNight(),
    withSound,
    setSound,
    walkIn,
    openTool,
    open,
  };
}

export const useRoom = (): GuardRoom => inject(guardRoom)!;
