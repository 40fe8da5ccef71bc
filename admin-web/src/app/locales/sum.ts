export interface Messages {
  [key: string]: string | string[] | Messages;
}

/** Every feature brings its own top-level keys; two features may not bring the same one. */
export function sumOf(parts: Messages[]): Messages {
  const sum: Messages = {};
  for (const [key, value] of parts.flatMap((part) => Object.entries(part))) {
    if (key in sum) throw new Error(`Two message files declare "${key}"`);
    sum[key] = value;
  }
  return sum;
}
