import { enableAutoUnmount } from '@vue/test-utils';
import { afterAll, afterEach } from 'vitest';

enableAutoUnmount(afterEach);

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  document.body.innerHTML = '';
});

/** Element Plus asks for frames that may come after the last test: they must still find a window. */
afterAll(() => new Promise((resolve) => setTimeout(resolve, 60)));
