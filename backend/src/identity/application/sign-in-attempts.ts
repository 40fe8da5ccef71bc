import { type Claim } from '../domain/attribute-mapping.js';
import { type SamlSubject } from '../domain/staff-session.js';
import { type Departure } from './saml-sign-on.js';

export type AttemptPurpose = 'sign-in' | 'gateway' | 'renew' | 'sign-out';

/** A sign-in that a browser began. Only that browser can complete it. */
export interface SignInAttempt {
  provider: string;
  purpose: AttemptPurpose;
  /** token of the cookie of the browser */
  browser: string;
  /** SAML request id */
  requestId: string | null;
  /** own path to go on to */
  next: string;
  /** a form that waits for the browser to carry it to the provider */
  departure?: Departure;
}

/** What a SAML response has proven, kept until the browser fetches it. */
export interface KeptProof {
  provider: string;
  claim: Claim;
  subject: SamlSubject;
  next: string;
}

/** Attempts to sign in, each used once. All that is taken is gone in the same statement. */
export abstract class SignInAttempts {
  /** Keeps an attempt under its handle. */
  abstract keep(handle: string, attempt: SignInAttempt, now: Date, expiresAt: Date): Promise<void>;
  /** Takes the newest attempt that this browser began with this provider. */
  abstract takeNewest(browser: string, provider: string, now: Date): Promise<SignInAttemptTaken | null>;
  /** The form that waits under this handle for this browser. */
  abstract departureOf(handle: string, browser: string, now: Date): Promise<Departure | null>;
  /** Whether a request of this id still waits for its answer. */
  abstract isWaiting(requestId: string, provider: string, now: Date): Promise<boolean>;
  /** Takes the attempt of this request; null when handle and request do not belong together. */
  abstract takeRequest(
    request: { requestId: string; handle: string; provider: string },
    now: Date,
  ): Promise<RequestTaken | null>;
  /** False when this assertion was used before. */
  abstract useAssertion(provider: string, assertionId: string, expiresAt: Date): Promise<boolean>;
  abstract keepProof(code: string, proof: KeptProof, browserHash: Buffer, expiresAt: Date): Promise<void>;
  /** Takes a proof; null when it is unknown, too old, or of another browser. */
  abstract takeProof(code: string, browser: string, now: Date): Promise<KeptProof | null>;
}

export type SignInAttemptTaken = Pick<SignInAttempt, 'purpose' | 'next'>;
export type RequestTaken = SignInAttemptTaken & { browserHash: Buffer };
