import { type ApprovalDetail, type PeriodValue } from '@gatehouse/contract';
import { useQueryClient } from '@tanstack/vue-query';
import { computed, nextTick, type Ref, ref, watch } from 'vue';
import { useDraft } from '@/shared/use-draft';
import { useSubmission } from '@/shared/use-submission';
import { agree, keepDraft, refuse } from './api';

export type Intent = 'agree' | 'refuse' | 'hand';

/** One decision: what is meant, the opinion, the leader, and whether that is enough to send. */
export function useDecision(approval: Ref<ApprovalDetail>) {
  const queries = useQueryClient();
  const intent = ref<Intent | null>(null);
  const leaderId = ref('');
  const forVisitor = ref(false);
  /** less time than asked for; null = all of it */
  const period = ref<PeriodValue | null>(null);
  const opinion = useDraft(computed(() => `opinion:${intent.value}:${approval.value.id}`));
  const { isBusy, failure, submit } = useSubmission();

  const needsLeader = computed(
    () => intent.value === 'hand' || (intent.value === 'agree' && approval.value.can.mustHandToLeader),
  );
  const missing = computed(() => {
    if (intent.value === 'refuse' && !opinion.value.trim()) return 'opinion';
    if (needsLeader.value && !leaderId.value) return 'leader';
    return null;
  });
  const allowed = computed<Record<Intent, boolean>>(() => ({
    agree: approval.value.can.agree,
    refuse: approval.value.can.refuse,
    hand: approval.value.can.handToLeader && !approval.value.can.mustHandToLeader,
  }));

  function mean(wanted: Intent | null): void {
    if (wanted && !allowed.value[wanted]) return;
    intent.value = wanted;
    failure.value = null;
    forVisitor.value = false;
    period.value = null;
    // The server's draft was perhaps written on the phone; what stands here already is newer.
    if (wanted) void nextTick(() => (opinion.value ||= approval.value.drafts?.[kindOf(wanted)] ?? ''));
  }

  let saving: ReturnType<typeof setTimeout> | undefined;
  watch(opinion, (words, before) => {
    clearTimeout(saving);
    const [{ id }, meant] = [approval.value, intent.value];
    if (!meant || isBusy.value || words === before) return;
    saving = setTimeout(
      () => void keepDraft(id, { intent: kindOf(meant), opinion: words }).catch(() => undefined),
      800,
    );
  });

  function send(): Promise<void> {
    clearTimeout(saving);
    const { id } = approval.value;
    const words = opinion.value.trim();
    if (intent.value === 'refuse') return refuse(id, { opinion: words });
    return agree(id, {
      ...(words && { opinion: words, ...(forVisitor.value && { forVisitor: true }) }),
      ...(needsLeader.value && { leaderId: leaderId.value }),
      ...(period.value && { period: period.value }),
    });
  }

  /** Resolves with true when the decision was taken. */
  async function decide(): Promise<boolean> {
    if (!intent.value || missing.value) return false;
    const isDone = await submit(async () => {
      await send();
      return true;
    });
    if (!isDone) return false;
    opinion.value = '';
    clearTimeout(saving);
    await queries.invalidateQueries({ queryKey: ['approval', approval.value.id], refetchType: 'none' });
    await queries.invalidateQueries({ queryKey: ['approvals', 'todo-count'] });
    return true;
  }

  return {
    intent,
    leaderId,
    forVisitor,
    period,
    opinion,
    needsLeader,
    missing,
    allowed,
    isBusy,
    failure,
    mean,
    decide,
  };
}

const kindOf = (intent: Intent) => (intent === 'refuse' ? 'refuse' : 'agree');
