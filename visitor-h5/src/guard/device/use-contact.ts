import { type GateChoice } from '@gatehouse/contract/passage';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { version } from '../../../package.json';
import { learnServerTime } from '../../shared/clock.ts';
import { mayWorkLater, type GateApi } from './gate-api.ts';

const BEAT = 30_000;
const TOLERATED_SKEW = 30;

interface BatteryHolder {
  getBattery?: () => Promise<{ level: number }>;
}

/** The line to the server: a heartbeat every 30 seconds, and what it tells. */
export function useContact(api: Pick<GateApi, 'heartbeat'>, queueLength: () => number, onContact: () => void) {
  const isOnline = ref(true);
  const skewSeconds = ref(0);
  const inside = ref<number>();
  const gates = shallowRef<GateChoice[]>([]);
  let timer: ReturnType<typeof setInterval> | undefined;

  async function beat(): Promise<void> {
    try {
      const answer = await api.heartbeat({
        at: new Date().toISOString(),
        appVersion: version,
        queueLength: queueLength(),
        ...(await batteryLevel()),
      });
      learnServerTime(answer.now);
      isOnline.value = true;
      skewSeconds.value = answer.skewSeconds;
      inside.value = answer.inside;
      gates.value = answer.gates;
      onContact();
    } catch (error) {
      if (mayWorkLater(error)) isOnline.value = false;
    }
  }

  function lose(): void {
    isOnline.value = false;
  }

  const onOnline = () => void beat();
  const onVisible = () => document.visibilityState === 'visible' && void beat();

  function start(): void {
    stop();
    void beat();
    timer = setInterval(() => void beat(), BEAT);
    addEventListener('online', onOnline);
    addEventListener('offline', lose);
    document.addEventListener('visibilitychange', onVisible);
  }

  function stop(): void {
    clearInterval(timer);
    removeEventListener('online', onOnline);
    removeEventListener('offline', lose);
    document.removeEventListener('visibilitychange', onVisible);
  }

  onScopeDispose(stop);
  const isClockWrong = computed(() => Math.abs(skewSeconds.value) > TOLERATED_SKEW);
  return { isOnline, skewSeconds, isClockWrong, inside, gates, start, stop, beat, lose };
}

async function batteryLevel(): Promise<{ battery?: number }> {
  const battery = await (navigator as BatteryHolder).getBattery?.();
  return battery ? { battery: battery.level } : {};
}
