import { type Proof } from '../domain/attribute-mapping.js';
import { type ProviderOf } from './identity-provider.js';

export type CasProvider = ProviderOf<'cas'>;

/** How the browser is sent to the login page: asked for a password again, or not asked anything. Never both. */
export type CasWish = 'sign-in' | 'renew' | 'gateway';

/** What a ticket has proven, and its hash, by which single sign-out names the session. */
export interface CasProof extends Proof {
  ticketHash: Buffer;
}

/** The CAS protocol 3.0.3 as seen from a service. */
export abstract class CasSignOn {
  /** The fixed address tickets are issued to; the provider must be told it. */
  abstract serviceUrl(key: string): string;
  abstract loginUrl(provider: CasProvider, wish: CasWish): Promise<string>;
  /** Validates a ticket once. Throws `RefusedSignIn` or `ProviderUnreachable`. */
  abstract validate(provider: CasProvider, ticket: unknown, renew: boolean): Promise<CasProof>;
  /** Where the provider's own session is ended. */
  abstract logoutUrl(provider: CasProvider): string;
  /** The hash of the ticket a logout request names; null when it names none. */
  abstract endedTicket(logoutRequest: unknown): Buffer | null;
}
