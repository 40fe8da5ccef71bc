import { type CasProof, type CasProvider, type CasWish } from '../../application/cas-sign-on.js';
import { RefusedSignIn } from '../../application/refused-sign-in.js';
import { PassportStrategy } from '../passport/passport-strategy.js';
import { type StrategyRequest } from '../passport/run-strategy.js';
import { readTicket, ticketHash } from './ticket.js';
import { validateTicket } from './validate-ticket.js';

export interface CasStrategyOptions {
  provider: CasProvider;
  /** fixed by configuration: never from a header, without a query, the same bytes at login and validation */
  service: string;
  caFile?: string;
}

/**
 * CAS 3.0 as a passport strategy. A request without a ticket is sent to the login page; one with a ticket is validated
 * there. Login CSRF, the way back and the session are the caller's.
 */
export class CasStrategy extends PassportStrategy {
  readonly name = 'cas';

  constructor(private readonly options: CasStrategyOptions) {
    super();
  }

  authenticate(request: Pick<StrategyRequest, 'query'>, wish: { wish?: CasWish } = {}): void {
    const asked = wish.wish ?? 'sign-in';
    if (!('ticket' in request.query)) return this.redirect(this.loginUrl(asked));
    this.validated(request.query.ticket, asked === 'renew').then(
      (proof) => this.success(proof),
      (error: Error) => this.error(error),
    );
  }

  private loginUrl(wish: CasWish): string {
    const { baseUrl, loginPath, serviceParameter } = this.options.provider.settings;
    const url = new URL(baseUrl + loginPath);
    url.searchParams.set(serviceParameter, this.options.service);
    if (wish !== 'sign-in') url.searchParams.set(wish, 'true');
    return url.toString();
  }

  private async validated(value: unknown, renew: boolean): Promise<CasProof> {
    const ticket = readTicket(value);
    if (ticket === null) throw new RefusedSignIn('cas.ticket-shape');
    const { provider, service, caFile } = this.options;
    const proof = await validateTicket(provider, { service, ticket, renew }, caFile);
    return { ...proof, ticketHash: ticketHash(ticket) };
  }
}
