import { type ApprovalDetail, type CorrectionNote } from '@gatehouse/contract';
import { useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { useDraft } from '@/shared/use-draft';
import { useSubmission } from '@/shared/use-submission';
import { askForCorrection } from './api';

/** Asks the visitor to correct fields, with a note for each. What is written stays until it is sent. */
export function useCorrection(approval: Ref<ApprovalDetail>) {
  const queries = useQueryClient();
  const draft = useDraft(computed(() => `correction:${approval.value.id}`));
  const { isBusy, failure, submit } = useSubmission();

  const notes = computed(() => readNotes(draft.value));
  const marked = computed(() => approval.value.correctable.filter((field) => notes.value[field] !== undefined));
  const missing = computed(() => {
    if (!marked.value.length) return 'none';
    return marked.value.some((field) => !notes.value[field]?.trim()) ? 'needed' : null;
  });

  function keep(now: Record<string, string>): void {
    draft.value = Object.keys(now).length ? JSON.stringify(now) : '';
  }

  function mark(field: string, isMarked: boolean): void {
    const { [field]: note = '', ...others } = notes.value;
    keep(isMarked ? { ...others, [field]: note } : others);
  }

  /** Resolves with true when the visitor was asked. */
  async function ask(): Promise<boolean> {
    if (missing.value) return false;
    const { id } = approval.value;
    const fields = marked.value.map((field): CorrectionNote => ({ field, note: notes.value[field]?.trim() ?? '' }));
    const isDone = await submit(async () => {
      await askForCorrection(id, { fields });
      return true;
    });
    if (!isDone) return false;
    draft.value = '';
    await queries.invalidateQueries({ queryKey: ['approval', id] });
    return true;
  }

  const write = (field: string, note: string) => keep({ ...notes.value, [field]: note });
  return { notes, marked, missing, isBusy, failure, mark, write, ask };
}

function readNotes(draft: string): Record<string, string> {
  return draft ? (JSON.parse(draft) as Record<string, string>) : {};
}
