/** What a browser keeps of a gate page besides its cabinet: copies of the page, its worker, what the guard had set. */
export async function forgetBrowser(): Promise<void> {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith('gatehouse.guard-'))
      .forEach((key) => localStorage.removeItem(key));
    if ('caches' in window) await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    const workers = await navigator.serviceWorker?.getRegistrations();
    await Promise.all((workers ?? []).map((worker) => worker.unregister()));
  } catch {
    return;
  }
}
