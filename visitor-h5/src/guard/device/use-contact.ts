import { type DeviceSettings } from '@gatehouse/contract/guard-desk';
import { type GateChoice, type HeartbeatAnswer } from '@gatehouse/contract/passage';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { type Line } from '../offline/line.ts';
import { version } from '../../../package.json';
import { learnServerTime } from '../../shared/clock.ts';
import { mayWorkLater, type GateApi } from './gate-api.ts';

const BEAT = 30_000;
/** Sooner while there is no network, to be back at once. */
const BEAT_ALONE = 5_000;
/** Once more at once when it seems to be back: one answer may be luck. */
const BEAT_RETURNING = 1_000;
const TOLERATED_SKEW = 30;

interface BatteryHolder {
  getBattery?: () => Promise<{ level: number }>;
}

interface Told {
  queueLength: number;
  bundleVersion?: number;
}

/** The line to the server: a heartbeat every 30 seconds, and what it tells. */
export function useContact(
  api: Pick<GateApi, 'heartbeat'>,
  line: Line,
  tell: () => Told,
  onContact: (answer: HeartbeatAnswer) => void,
) {
  const settings = shallowRef<DeviceSettings>();
  const skewSeconds = ref(0);
  const inside = ref<number>();
  const gates = shallowRef<GateChoice[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function beat(): Promise<boolean> {
    const began = Date.now();
    try {
      const answer = await api.heartbeat({
        at: new Date().toISOString(),
        appVersion: version,
        ...tell(),
        ...(await batteryLevel()),
      });
      learnServerTime(answer.now);
      line.answered(Date.now() - began);
      skewSeconds.value = answer.skewSeconds;
      inside.value = answer.inside;
      gates.value = answer.gates;
      if (answer.settings) settings.value = answer.settings;
      onContact(answer);
      return true;
    } catch (error) {
      if (mayWorkLater(error)) line.failed();
      return false;
    }
  }

  /** One beat after the other; a line that was lost is tried again soon. */
  async function goOn(): Promise<void> {
    const mine = timer;
    const wasHeard = await beat();
    const pause = wasHeard ? (line.isGood.value ? BEAT : BEAT_RETURNING) : BEAT_ALONE;
    if (timer === mine) timer = setTimeout(() => void goOn(), pause);
  }

  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void goOn(), 0);
  };
  const onVisible = () => document.visibilityState === 'visible' && again();

  function start(): void {
    stop();
    if (!navigator.onLine) line.cut();
    again();
    addEventListener('online', again);
    addEventListener('offline', line.cut);
    document.addEventListener('visibilitychange', onVisible);
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    removeEventListener('online', again);
    removeEventListener('offline', line.cut);
    document.removeEventListener('visibilitychange', onVisible);
  }

  onScopeDispose(stop);
  const isClockWrong = computed(() => Math.abs(skewSeconds.value) > TOLERATED_SKEW);
  return { isOnline: line.isGood, skewSeconds, isClockWrong, inside, gates, settings, start, stop, beat };
}

async function batteryLevel(): Promise<{ battery?: number }> {
  const battery = await (navigator as BatteryHolder).getBattery?.();
  return battery ? { battery: battery.level } : {};
}
