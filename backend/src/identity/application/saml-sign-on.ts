import { type Proof } from '../domain/attribute-mapping.js';
import { type SamlSubject } from '../domain/staff-session.js';
import { type ProviderOf } from './identity-provider.js';

export type SamlProvider = ProviderOf<'saml'>;

/** Where to send the browser: by a redirect, or with a form that it posts. */
export interface Departure {
  url: string;
  fields: Record<string, string> | null;
}

/** A departure, and the id under which the answer will come back. */
export interface SamlDeparture {
  to: Departure;
  requestId: string;
}

/** A sign-out message as it came: the query as it stands in the address, or the fields of a form. */
export type CameAs = { query: string } | { form: Record<string, unknown> };

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
  /** Our own metadata; also before there is a provider. */
  abstract metadata(key: string, nameIdFormat: string | null): string;
  /** The address of our metadata, which is also our entity id. */
  abstract metadataUrl(key: string): string;
  /** Our own address from which a form that waits under this handle is posted on. */
  abstract leaveUrl(key: string, handle: string): string;
  /** Fetches the provider's metadata anew and says what is in them. */
  abstract inspect(provider: SamlProvider): Promise<{ entityId: string; certificatesUntil: Date; signsOut: boolean }>;
  abstract begin(provider: SamlProvider, handle: string, renew: boolean): Promise<SamlDeparture>;
  abstract validate(provider: SamlProvider, samlResponse: unknown): Promise<SamlProof>;
  /** Null when the provider offers no single sign-out. */
  abstract signOut(provider: SamlProvider, subject: SamlSubject, handle: string): Promise<SamlDeparture | null>;
  abstract readLogout(provider: SamlProvider, came: CameAs): Promise<LogoutMessage>;
  abstract logoutAnswer(provider: SamlProvider, requestId: string, relayState: string | null): Promise<Departure>;
}
