import { RefusedSignIn } from '../../application/refused-sign-in.js';

/** The text of a message in a form field; refuses what is too long or no base64 with `reason`. */
export function decodedMessage(value: unknown, limit: number, reason: string): string {
  if (typeof value !== 'string' || value.length > limit || !/^[A-Za-z0-9+/=\s]+$/.test(value))
    throw new RefusedSignIn(reason);
  // An XML processor reads all ends of lines as one sign; the signature is over what it has read.
  return Buffer.from(value, 'base64').toString('utf8').replace(/\r\n?/g, '\n');
}
