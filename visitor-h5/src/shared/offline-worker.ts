/** Not on plain http, and not in every web view. */
export const canReopenOffline = (): boolean => 'serviceWorker' in navigator;

/** After the page is there: what the worker fetches for later must not be in the way of what is wanted now. */
export function startOfflineWorker(app: 'visit' | 'guard'): void {
  if (!import.meta.env.PROD || !canReopenOffline()) return;
  const register = () =>
    void navigator.serviceWorker.register(`/${app}/sw.js`, { scope: `/${app}/` }).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
