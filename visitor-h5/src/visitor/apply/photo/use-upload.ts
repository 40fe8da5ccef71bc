import { type PhotoKind, type UploadClaim } from '@gatehouse/contract/photo';
import { ref, shallowRef } from 'vue';
import { ApiError } from '../../../shared/http.ts';
import { send } from './send.ts';
import { shrink, Unreadable } from './shrink.ts';
import { DOCUMENT, FACE } from './size.ts';
import { pt } from './words.ts';

const MOST_PDF = 5 * 1024 * 1024;

/** Pictures already uploaded, to show them again on coming back to a step; gone with the page. */
const previews = new Map<string, string>();
export const previewOf = (claim: UploadClaim | undefined): string | undefined => claim && previews.get(claim.id);

/** One file on its way: shrunk, sent, and sent again when the network was lost. */
export function useUpload(kind: PhotoKind, uploaded: (claim: UploadClaim) => void) {
  const state = ref<'idle' | 'shrinking' | 'sending' | 'failed'>('idle');
  const share = ref(0);
  const problem = ref('');
  const preview = ref('');
  const ready = shallowRef<Blob>();

  async function take(file: File): Promise<void> {
    state.value = 'shrinking';
    problem.value = '';
    ready.value = undefined;
    try {
      ready.value = await prepared(file);
      preview.value = ready.value.type === 'application/pdf' ? '' : URL.createObjectURL(ready.value);
      await sendReady();
    } catch (failure) {
      fail(failure);
    }
  }

  async function prepared(file: File): Promise<Blob> {
    if (file.type !== 'application/pdf') return shrink(file, kind === 'face' ? FACE : DOCUMENT);
    if (kind === 'face') throw new Unreadable();
    if (file.size > MOST_PDF) throw new ApiError('photo.too-large', 0, pt('tooLarge'));
    return file;
  }

  /** The file is still here: whoever lost the network need not choose it again. */
  async function sendReady(): Promise<void> {
    if (!ready.value) return;
    state.value = 'sending';
    share.value = 0;
    problem.value = '';
    try {
      const claim = await send(kind, ready.value, (sent) => (share.value = sent));
      if (preview.value) previews.set(claim.id, preview.value);
      state.value = 'idle';
      uploaded(claim);
    } catch (failure) {
      fail(failure);
    }
  }

  function fail(failure: unknown): void {
    state.value = 'failed';
    if (failure instanceof Unreadable) problem.value = pt('unreadable');
    else if (failure instanceof ApiError) {
      problem.value = [failure.message, failure.next].filter(Boolean).join(' ');
      if (!failure.isOffline) ready.value = undefined;
    } else throw failure;
  }

  function forget(): void {
    state.value = 'idle';
    problem.value = '';
    preview.value = '';
    ready.value = undefined;
  }

  return { state, share, problem, preview, ready, take, sendReady, forget };
}
