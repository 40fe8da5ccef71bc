import { type DialChange, type DialKey, type DialValue, type PolicyView } from '@gatehouse/contract';
import { computed, reactive, type Ref, ref, watch } from 'vue';
import { ApiError } from '@/shared/http';
import { dropDraft, keepDraft, publish } from './api';
import { changesOf, conflictsOf, differencesOf, sameChanges } from './draft';

/**
 * What is turned on this page, over the draft on the server. When somebody else kept the draft meanwhile, nothing typed is
 * lost: the page says in which settings the two differ, and keeps over theirs only when told to a second time.
 */
export function usePolicyDraft(policy: Ref<PolicyView | undefined>, show: (policy: PolicyView) => void) {
  const turned = reactive(new Map<DialKey, DialValue>());
  /** the keeping this page has seen */
  const seen = ref<{ revision: number | null; basedOn: number; changes: DialChange[] }>();
  const conflicts = ref<DialKey[]>([]);

  const dials = computed(() => policy.value?.dials ?? []);
  const changes = computed(() => changesOf(dials.value, turned));
  const differences = computed(() => differencesOf(dials.value, changes.value));
  const isDirty = computed(() => !sameChanges(changes.value, seen.value?.changes ?? []));

  function take({ draft, newest }: PolicyView): void {
    seen.value = { revision: draft?.revision ?? null, basedOn: newest, changes: draft?.changes ?? [] };
    conflicts.value = [];
    turned.clear();
    for (const { key, value } of draft?.changes ?? []) turned.set(key, value);
  }

  /** A newer answer of the server is taken over only while nothing is typed. */
  watch(
    policy,
    (next) => {
      if (next && (!seen.value || !isDirty.value)) take(next);
    },
    { immediate: true },
  );

  function done(next: PolicyView): PolicyView {
    take(next);
    show(next);
    return next;
  }

  async function keep(): Promise<PolicyView> {
    const { revision, basedOn } = seen.value ?? { revision: null, basedOn: policy.value?.newest ?? 1 };
    return done(await keepDraft({ basedOn, revision, changes: changes.value }));
  }

  /** After a refusal: shows what the other one changed; keeping again is then on top of his. */
  async function compare(failure: unknown, reload: () => Promise<PolicyView | undefined>): Promise<void> {
    if (!(failure instanceof ApiError) || failure.status !== 409) return;
    const next = await reload();
    if (!next) return;
    conflicts.value = conflictsOf(changes.value, next.draft?.changes ?? []);
    seen.value = { revision: next.draft?.revision ?? null, basedOn: next.newest, changes: next.draft?.changes ?? [] };
  }

  async function discard(): Promise<void> {
    const revision = seen.value?.revision;
    if (revision) done(await dropDraft(revision));
    else turned.clear();
  }

  async function putInForce(reason: string, startsAt: string | undefined): Promise<PolicyView> {
    const { draft } = isDirty.value || !policy.value ? await keep() : policy.value;
    if (!draft) throw new Error('nothing to publish');
    return done(await publish({ basedOn: draft.basedOn, revision: draft.revision, reason, startsAt }));
  }

  return { turned, changes, differences, conflicts, isDirty, take, keep, compare, discard, putInForce };
}
