import { type BookingInfo, type RequestVisitInput } from '@gatehouse/contract/visit';
import { type FieldProblem } from '@gatehouse/contract/common';
import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { serverNow } from '../../shared/clock.ts';
import { emptyApplication, toRequest, type Application } from './application.ts';
import { type problemsOf } from './checks.ts';
import { isWorthKeeping, loadDraft, saveDraft } from './draft.ts';
import { dropDraft } from './kept-draft.ts';
import { isConsent, stepOf, type Step } from './steps.ts';

/** A field the server refused, with the value it refused: the message goes when the value changes. */
interface Refusal extends FieldProblem {
  value: string;
}

export type ApplicationForm = ReturnType<typeof createForm>;
/** The application being filled in: its content, its draft on the phone, and what is wrong with it where. */
export function createForm(isAgain = false) {
  const draft = isAgain ? null : loadDraft(serverNow());
  const application = reactive<Application>(draft ?? emptyApplication());
  const isRestored = ref(draft !== null);
  const booking = shallowRef<BookingInfo>();
  const touched = reactive(new Set<string>());
  const refusals = shallowRef<Refusal[]>([]);

  const checks = shallowRef<typeof problemsOf>();
  const problems = computed(() => checks.value?.(application, booking.value, serverNow()));

  const picksHost = () => booking.value?.policy.host.input !== 'match';
  const askedDocuments = computed(
    () =>
      booking.value?.policy.purposes.find(({ key }) => key === application.purpose)?.documents.map(({ key }) => key) ??
      [],
  );
  const request = computed(() =>
    toRequest(application, picksHost(), booking.value?.notice.version ?? '', askedDocuments.value),
  );

  const standing = computed(() => refusals.value.filter(({ path, value }) => valueAt(request.value, path) === value));
  const isAt = (path: string, field: string) => path === field || path.startsWith(`${field}.`);

  /** What to say under a field: our own check once the field was left, else what the server refused. */
  function errorAt(field: string): string | undefined {
    const own = touched.has(field) ? problems.value?.[field] : undefined;
    return own ?? standing.value.find(({ path }) => isAt(path, field))?.message;
  }

  const touch = (field: string) => touched.add(field);

  /** A companion came or went: what was said about the others' fields no longer stands where it stood. */
  function untouchCompanions(): void {
    for (const field of touched) if (field.startsWith('companions.')) touched.delete(field);
  }

  /** The checks are loaded when the visitor begins to type, not with the page. */
  async function loadChecks(): Promise<void> {
    const loaded = await import('./checks.ts');
    checks.value = loaded.problemsOf;
  }

  /** @param beforeConsent whether the consents may still be missing */
  function isComplete(step: Step, beforeConsent = false): boolean {
    if (!problems.value) return false;
    const bad = [...Object.keys(problems.value), ...standing.value.map(({ path }) => path)];
    return !bad.some((path) => stepOf(path) === step && !(beforeConsent && isConsent(path)));
  }

  /** Shows every message of a step, and says whether there is none. */
  function check(step: Step): boolean {
    for (const field of Object.keys(problems.value ?? {})) if (stepOf(field) === step) touched.add(field);
    return isComplete(step);
  }

  function refuse(fields: FieldProblem[]): void {
    refusals.value = fields.map((field) => ({ ...field, value: valueAt(request.value, field.path) }));
  }

  function learn(info: BookingInfo): void {
    booking.value = info;
    const { campuses } = info;
    if (!campuses.some(({ id }) => id === application.campusId))
      chooseCampus(campuses.length === 1 ? campuses[0]!.id : '');
  }

  function chooseCampus(id: string): void {
    if (id === application.campusId) return;
    Object.assign(application, { campusId: id, unit: null, host: null, hostKept: false });
  }

  function startAfresh(): void {
    Object.assign(application, emptyApplication());
    touched.clear();
    refusals.value = [];
    isRestored.value = false;
    if (booking.value) learn(booking.value);
    dropDraft();
  }

  // What is booked again needs no draft, and must not take the place of one.
  const stopSaving = watch(
    application,
    () => !isAgain && isWorthKeeping(application) && saveDraft(application, serverNow()),
  );

  /** The application was accepted: nothing of it stays on the phone. */
  function finish(): void {
    stopSaving();
    if (!isAgain) dropDraft();
  }

  return {
    application,
    booking,
    isAgain,
    isRestored,
    request,
    standing,
    errorAt,
    touch,
    untouchCompanions,
    loadChecks,
    isComplete,
    check,
    refuse,
    learn,
    chooseCampus,
    startAfresh,
    finish,
  };
}

function valueAt(request: RequestVisitInput, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], request);
  return JSON.stringify(value) ?? '';
}
