import { computed } from 'vue';
import { useI18n } from '@/shared/words';

/** Numbers and durations in the language of the console. */
export function useNumbers() {
  const { t, locale } = useI18n();
  const grouped = computed(() => new Intl.NumberFormat(locale.value));

  function duration(minutes: number): string {
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor((minutes % 1440) / 60);
    if (days) return t('time.daysHours', { days, hours });
    if (hours) return t('time.hoursMinutes', { hours, minutes: minutes % 60 });
    return t('time.minutes', { minutes });
  }

  return { number: (value: number) => grouped.value.format(value), duration };
}
