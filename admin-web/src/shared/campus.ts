import { type BookingInfo, type GateRow, type UnitInfo } from '@gatehouse/contract';
import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { useI18n } from '@/shared/words';
import { get } from './http';

const lasting = 10 * 60_000;

/** What the public form knows of the university: campuses, purposes, and whether this is a demo. */
export function useBookingInfo() {
  return useQuery({ queryKey: ['booking'], queryFn: () => get<BookingInfo>('/api/booking'), staleTime: lasting });
}

export function useCampuses() {
  const { data } = useBookingInfo();
  const { locale } = useI18n();
  return computed(() =>
    (data.value?.campuses ?? []).map(({ id, name, nameEn }) => ({ id, name: locale.value === 'en' ? nameEn : name })),
  );
}

/** Gates of one campus, or of all when none is chosen. */
export function useGates(campus: Ref<string>) {
  const { data } = useQuery({ queryKey: ['gates'], queryFn: () => get<GateRow[]>('/api/gates'), staleTime: lasting });
  return computed(() => (data.value ?? []).filter((gate) => !campus.value || gate.campus.id === campus.value));
}

/** Units whose name holds the typed words. */
export function useUnits(campus: Ref<string>, q: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['units', campus.value, q.value]),
    queryFn: () => get<UnitInfo[]>('/api/units', { campus: campus.value, q: q.value }),
    staleTime: lasting,
  });
}

/** The words for a purpose key of the policy; free text stays as it is. */
export function usePurposeText() {
  const { data } = useBookingInfo();
  const { locale } = useI18n();
  return (purpose: string): string => {
    const known = data.value?.policy.purposes.find(({ key }) => key === purpose)?.text;
    return known ? (locale.value === 'en' ? known.en : known.zh) : purpose;
  };
}
