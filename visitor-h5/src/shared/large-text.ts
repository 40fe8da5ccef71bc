import { ref } from 'vue';
import { recall, remember } from './storage.ts';

export const largeText = ref(recall('large-text') === 'on');

export function setLargeText(on: boolean): void {
  largeText.value = on;
  document.documentElement.classList.toggle('large', on);
  remember('large-text', on ? 'on' : null);
}

export const startLargeText = (): void => setLargeText(largeText.value);
