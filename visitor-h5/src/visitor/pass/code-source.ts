import { type ServerCodes } from '@gatehouse/contract/passage';
import { signLong, signShort } from '@gatehouse/contract/pass/sign';
import { webcryptoSigner } from '@gatehouse/contract/pass/webcrypto-p256';
import { counterAt, startOfWindow } from '@gatehouse/contract/pass/window';
import { type PhoneHalf } from './pass-store.ts';
import { fromBase64url } from './base64url.ts';

/** Where the codes of a pass come from. Null: there is none for that moment. */
export interface CodeSource {
  short: (unixSeconds: number) => Promise<string | null>;
  /** for a gate that does not know the pass; needs the certificate */
  long: ((unixSeconds: number) => Promise<string>) | null;
  /** until when it has codes without network, in unix seconds; absent: as long as the pass holds */
  until?: () => number;
}

/** Codes signed on this phone, with or without network. */
export function phoneCodes({ privateKey, secret }: PhoneHalf, certificate: string | null): CodeSource {
  const sign = webcryptoSigner(crypto.subtle, privateKey);
  const issued = certificate ? fromBase64url(certificate) : null;
  return {
    short: (unixSeconds) => signShort({ secret, unixSeconds, sign }),
    long: issued && ((unixSeconds) => signLong({ certificate: issued, unixSeconds, sign })),
  };
}

/** Codes handed out by the server, some minutes ahead; asked for again when few are left. */
export function serverCodes(fetch: () => Promise<ServerCodes>): CodeSource {
  const FEW = 4;
  let codes = new Map<number, string>();
  let asking: Promise<void> | undefined;

  const refill = () =>
    (asking ??= fetch()
      .then((answer) => void (codes = new Map(answer.codes.map(({ counter, code }) => [counter, code]))))
      .finally(() => (asking = undefined)));

  async function short(unixSeconds: number): Promise<string | null> {
    const counter = counterAt(unixSeconds);
    if (!codes.has(counter)) await refill();
    else if (!codes.has(counter + FEW)) void refill().catch(() => undefined);
    return codes.get(counter) ?? null;
  }

  const until = () => startOfWindow(Math.max(-1, ...codes.keys()) + 1);

  return { short, long: null, until };
}
