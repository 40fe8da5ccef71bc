/** The phone's own share sheet, where there is one. False: there is none, or it was closed again. */
export async function sendOn(text: string, url: string): Promise<boolean> {
  if (typeof navigator.share !== 'function') return false;
  return navigator.share({ text, url }).then(
    () => true,
    () => false,
  );
}

/** Into the clipboard; the older way for web views without the newer one. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.cssText = 'position:fixed;top:0;opacity:0';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
