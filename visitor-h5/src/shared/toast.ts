import { ref } from 'vue';

export const toastText = ref('');
let timer: ReturnType<typeof setTimeout> | undefined;

/** One short sentence at a time; shown by the one ToastHost of the app. */
export function toast(text: string, milliseconds = 3200): void {
  clearTimeout(timer);
  toastText.value = text;
  timer = setTimeout(() => (toastText.value = ''), milliseconds);
}
