import { type SyncReport } from '@gatehouse/contract';
import { computed, ref } from 'vue';
import { useSubmission } from '@/shared/use-submission';

export interface SyncHow {
  dryRun: boolean;
  confirmedLeavers?: number;
}

/** First the preview, then the same for real: with a confirmation when more would leave than may without a word. */
export function useSync(run: (how: SyncHow) => Promise<SyncReport>, made: (report: SyncReport | null) => void) {
  const { isBusy, failure, submit } = useSubmission();
  const preview = ref<SyncReport | null>(null);
  const confirmed = ref(false);
  const mustConfirm = computed(() => preview.value?.toConfirm ?? null);
  const canApply = computed(() => {
    const { counts } = preview.value ?? {};
    if (!counts || (mustConfirm.value !== null && !confirmed.value)) return false;
    const { unit, staff } = counts;
    const changes = [unit.added, unit.changed, unit.closing, unit.reopening];
    return [...changes, staff.added, staff.changed, staff.moved, staff.leaving, staff.returning].some(Boolean);
  });

  function forget(): void {
    preview.value = null;
    confirmed.value = false;
    failure.value = null;
  }

  async function look(): Promise<void> {
    forget();
    preview.value = (await submit(() => run({ dryRun: true }))) ?? null;
    if (preview.value) made(preview.value);
  }

  async function apply(): Promise<boolean> {
    const number = mustConfirm.value;
    const done = await submit(() => run({ dryRun: false, ...(number !== null && { confirmedLeavers: number }) }));
    if (!done) return false;
    forget();
    made(done);
    return true;
  }

  return { isBusy, failure, preview, confirmed, mustConfirm, canApply, look, apply, forget };
}
