import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed request says of itself. */
export interface SignedRequest {
  client: string;
  method: string;
  /** path with query, exactly as sent */
  target: string;
  /** Unix seconds */
  time: string;
  /** 16–64 characters, never used twice */
  nonce: string;
  /** on whose behalf: a staff number */
  staff: string;
}

/** How far the clocks of both sides may differ. A nonce is remembered twice as long. */
export const TOLERANCE_SECONDS = 300;

/** `HMAC-SHA256(secret, "GHS1\n" + client, method, target, time, nonce, staff joined by "\n")`, 64 hexadecimal digits. */
export function requestSignature(request: SignedRequest, secret: string): string {
  const { client, method, target, time, nonce, staff } = request;
  const text = ['GHS1', client, method, target, time, nonce, staff].join('\n');
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Whether the signature holds and the request is fresh. Says nothing about its nonce having been used. */
export function isSignedBy(request: SignedRequest, signature: string, secret: string, now: Date): boolean {
  if (!/^\d{1,12}$/.test(request.time) || !/^[\w-]{16,64}$/.test(request.nonce)) return false;
  if (!/^[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(request.time)) > TOLERANCE_SECONDS) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(requestSignature(request, secret)));
}
