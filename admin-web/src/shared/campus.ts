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
  const placeName = usePlaceName();
  return computed(() =>
    (data.value ?? [])
      .filter((gate) => !campus.value || gate.campus.id === campus.value)
      .map((gate) => ({ ...gate, name: placeName(gate) })),
  );
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

type Place = { id: string; name: string } | string;

/**
 * What a campus or a gate is called in the language of the page. Where rows say only the name, it is the one of the place
 * so called, and the name itself where several are.
 */
export function usePlaceName() {
  const { data } = useBookingInfo();
  const { locale } = useI18n();
  const english = computed(() => {
    const places = (data.value?.campuses ?? []).flatMap((campus) => [campus, ...campus.gates]);
    const isAlone = ({ name, nameEn }: (typeof places)[number]) =>
      places.every((other) => other.name !== name || other.nameEn === nameEn);
    return new Map([
      ...places.filter(isAlone).map(({ name, nameEn }) => [name, nameEn] as const),
      ...places.map(({ id, nameEn }) => [id, nameEn] as const),
    ]);
  });
  return (place: Place | null | undefined): string => {
    if (!place) return '';
    const { id, name } = typeof place === 'string' ? { id: place, name: place } : place;
    return (locale.value === 'en' && english.value.get(id)) || name;
  };
}
