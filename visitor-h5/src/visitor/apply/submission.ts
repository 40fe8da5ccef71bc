import { type RequestVisitInput, type VisitRequested } from '@gatehouse/contract/visit';
import { ref, shallowRef } from 'vue';
import { ApiError } from '../../shared/http.ts';
import * as api from '../api.ts';
import { recallKey, rememberKey } from './draft.ts';
import { idempotencyKeys } from './idempotency.ts';

/** Sends an application once, however often it is pressed; after a failure the same content keeps its key. */
export function useSubmission() {
  const keyFor = idempotencyKeys(recallKey(), rememberKey);
  const isPending = ref(false);
  const error = shallowRef<ApiError>();

  async function submit(request: RequestVisitInput): Promise<VisitRequested | undefined> {
    if (isPending.value) return undefined;
    isPending.value = true;
    error.value = undefined;
    try {
      return await api.requestVisit(request, keyFor(JSON.stringify(request)));
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      error.value = failure;
      return undefined;
    } finally {
      isPending.value = false;
    }
  }

  return { isPending, error, submit };
}
