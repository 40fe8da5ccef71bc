import { ref } from 'vue';
import { say } from '@/shared/say';
import { useI18n } from '@/shared/words';
import { type Poster } from './poster/layout';

const load = () => import('./poster/files');

/** Makes the files to print, one at a time; a failure is said aloud. */
export function usePosterFiles() {
  const { t } = useI18n();
  const isBusy = ref(false);

  async function make(file: () => Promise<Blob>, save: (file: Blob) => void): Promise<void> {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      save(await file());
      say.done(t('poster.saved'));
    } catch {
      say.failure({ detail: t('poster.failed'), next: '' });
    } finally {
      isBusy.value = false;
    }
  }

  return {
    isBusy,
    savePng: (poster: Poster, save: (file: Blob) => void) => make(async () => (await load()).pngOf(poster), save),
    savePdf: (posters: Poster[], title: string, save: (file: Blob) => void) =>
      make(async () => (await load()).pdfOfPosters(posters, title), save),
  };
}
