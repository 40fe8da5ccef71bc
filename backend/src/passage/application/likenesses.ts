/**
 * Which passes resemble somebody on the blacklist. It is worked out when a pass is issued and when the list changes, and
 * lies beside the pass: nothing is asked while a visitor stands at the gate.
 */
export abstract class Likenesses {
  /** Keeps by which tokens the holders of a visit are found again, and what acts on them. */
  abstract keep(visitId: string, holders: { personIndex: number; token: Uint8Array }[]): Promise<void>;
  /** Works out anew who has one of these tokens. */
  abstract renew(tokens: Uint8Array[]): Promise<void>;
}
