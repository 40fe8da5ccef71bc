import { computed, onScopeDispose, ref, watchEffect } from 'vue';
import { campusTime } from '../../shared/campus-time.ts';
import { serverNow } from '../../shared/clock.ts';
import { recall, remember } from '../../shared/storage.ts';

export type NightChoice = 'auto' | 'on' | 'off';

const NIGHT_BEGINS = '18:30';
const NIGHT_ENDS = '06:30';
const choices: NightChoice[] = ['auto', 'on', 'off'];

export function isNight(now: number): boolean {
  const time = campusTime(now);
  return time >= NIGHT_BEGINS || time < NIGHT_ENDS;
}

/** Dark at night hours unless the guard chose otherwise. */
export function useNight() {
  const kept = recall('guard-night') as NightChoice | null;
  const choice = ref<NightChoice>(kept && choices.includes(kept) ? kept : 'auto');
  const now = ref(serverNow());
  const timer = setInterval(() => (now.value = serverNow()), 60_000);
  onScopeDispose(() => clearInterval(timer));

  const isDark = computed(() => (choice.value === 'auto' ? isNight(now.value) : choice.value === 'on'));
  watchEffect(() => darken(isDark.value));

  function choose(next: NightChoice): void {
    choice.value = next;
    remember('guard-night', next);
  }

  return { choice, isDark, choose };
}

const darkRules = new Set<CSSMediaRule>();

/** The tokens know the dark from the phone's setting; here the gate decides, so their media rules are switched by hand. */
function darken(isDark: boolean): void {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      const isDarkRule = rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme: dark');
      if (isDarkRule) darkRules.add(rule);
    }
  }
  for (const rule of darkRules) rule.media.mediaText = isDark ? 'all' : 'not all';
}
