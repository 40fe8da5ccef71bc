import { type Consent } from '../domain/consent.js';

/** Where consents are kept. */
export abstract class Consents {
  abstract add(consent: Consent): void;
  /** Standing face consents that this phone gave, or that are about the person with this phone. */
  abstract standingFaceConsents(mobileIndex: string): Promise<Consent[]>;
}

/** What proves a consent later: the hash of the text, and where it came from, sealed under the person's key. */
export abstract class ConsentEvidence {
  abstract of(
    text: string,
    personKeyId: string,
    guardian: { name: string; mobile: string } | null,
  ): Promise<{ textHash: Uint8Array; addressSealed: Uint8Array; guardianSealed: Uint8Array | null }>;
}
