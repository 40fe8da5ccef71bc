import { ref } from 'vue';
import { ApiError } from './http';

/** Runs a submission once at a time and keeps what the server said about it. */
export function useSubmission() {
  const isBusy = ref(false);
  const failure = ref<unknown>(null);

  async function submit<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (isBusy.value) return undefined;
    isBusy.value = true;
    failure.value = null;
    try {
      return await work();
    } catch (problem) {
      failure.value = problem;
      return undefined;
    } finally {
      isBusy.value = false;
    }
  }

  /** What the server says about one field. */
  function fieldMessage(path: string): string | undefined {
    return failure.value instanceof ApiError
      ? failure.value.fields.find((field) => field.path === path)?.message
      : undefined;
  }

  return { isBusy, failure, submit, fieldMessage };
}
