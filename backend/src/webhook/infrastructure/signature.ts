import { createHmac } from 'node:crypto';

/**
 * The headers of one message, as the Standard Webhooks specification (1.0, "Signature scheme") has them:
 * `webhook-signature` is `v1,` and the base64 of `HMAC-SHA256(secret, id "." seconds "." body)`, one for each secret
 * that is valid now, separated by spaces. The id stays the same over all attempts: it tells a repeat.
 */
export function signedHeaders(
  id: string,
  body: string,
  secrets: readonly Uint8Array[],
  now: Date,
): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000).toString();
  const sign = (secret: Uint8Array) =>
    `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': secrets.map(sign).join(' ') };
}
