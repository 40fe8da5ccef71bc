const opened = new Set<string>();

/** Whether the one pass may open by itself: once per scan, so that Back from the pass comes to rest at the gate's page. */
export function mayOpenByItself(code: string): boolean {
  if (opened.has(code)) return false;
  opened.add(code);
  return true;
}
