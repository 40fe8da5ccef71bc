/** localStorage that never throws: in private mode or a full storage things are simply not remembered. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`gatehouse.${name}`);
    else localStorage.setItem(`gatehouse.${name}`, value);
  } catch {
    return;
  }
}

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`gatehouse.${name}`);
  } catch {
    return null;
  }
}
