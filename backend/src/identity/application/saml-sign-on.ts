import { type Proof } from '../domain/attribute-mapping.js';
import { type SamlSubject } from '../domain/staff-session.js';
import { type ProviderOf } from './identity-provider.js';

export type SamlProvider = ProviderOf<'saml'>;

/** Where to send the browser, and the id under which the answer will come back. */
export interface SamlDeparture {
  url: string;
  requestId: string;
}

/** What a valid response has proven. Request and assertion are not used up yet. */
export interface SamlProof extends Proof {
  requestId: string;
  assertionId: string;
  subject: SamlSubject;
}

/** A single sign-out message whose signature holds. */
export type LogoutMessage =
  | { kind: 'request'; id: string; nameId: string; indexes: string[]; relayState: string | null }
  | { kind: 'response'; requestId: string; relayState: string | null };

/** The SAML 2.0 web browser profile as seen from a service provider. All refusals are `RefusedSignIn`. */
export abstract class SamlSignOn {
  /** Our own metadata; also before the provider's are known. */
  abstract metadata(provider: Pick<SamlProvider, 'key' | 'settings'>): string;
  /** The address of our metadata, which is also our entity id. */
  abstract metadataUrl(key: string): string;
  /** Fetches the provider's metadata anew and says what is in them. */
  abstract inspect(provider: SamlProvider): Promise<{ entityId: string; certificatesUntil: Date; signsOut: boolean }>;
  abstract begin(provider: SamlProvider, handle: string, renew: boolean): Promise<SamlDeparture>;
  abstract validate(provider: SamlProvider, samlResponse: unknown): Promise<SamlProof>;
  /** Null when the provider offers no single sign-out. */
  abstract signOut(provider: SamlProvider, subject: SamlSubject, handle: string): Promise<SamlDeparture | null>;
  abstract readLogout(provider: SamlProvider, rawQuery: string): Promise<LogoutMessage>;
  abstract logoutAnswer(provider: SamlProvider, requestId: string, relayState: string | null): Promise<string>;
}
