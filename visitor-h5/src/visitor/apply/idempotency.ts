/**
 * The key under which an application is sent. The same content always gets the same key, so that a second press or a
 * second try after a lost connection has one effect; changed content is another request and gets a new key.
 */
export function idempotencyKeys(recalled: string | null, keep: (key: string) => void): (content: string) => string {
  let key = recalled;
  let sent: string | undefined;

  return (content) => {
    if (key === null || (sent !== undefined && sent !== content)) {
      key = randomUuid();
      keep(key);
    }
    sent = content;
    return key;
  };
}

/** `crypto.randomUUID` is missing in older web views and outside secure contexts. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
