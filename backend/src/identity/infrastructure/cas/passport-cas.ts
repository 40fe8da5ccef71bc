import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/settings.js';
import { type CasProof, type CasProvider, CasSignOn, type CasWish } from '../../application/cas-sign-on.js';
import { RefusedSignIn } from '../../application/refused-sign-in.js';
import { runStrategy } from '../passport/run-strategy.js';
import { CasStrategy } from './cas-strategy.js';
import { endedTicket } from './logout-request.js';
import { ticketHash } from './ticket.js';

@Injectable()
export class PassportCas extends CasSignOn {
  constructor(private readonly settings: Settings) {
    super();
  }

  serviceUrl(key: string): string {
    return `${this.settings.PUBLIC_URL}/api/auth/cas/${key === 'cas' ? '' : `${key}/`}callback`;
  }

  async loginUrl(provider: CasProvider, wish: CasWish): Promise<string> {
    const result = await runStrategy(this.strategy(provider), { query: {}, body: {} }, { wish });
    if (result.kind !== 'redirect') throw new RefusedSignIn('cas.login');
    return result.url;
  }

  async validate(provider: CasProvider, ticket: unknown, renew: boolean): Promise<CasProof> {
    const request = { query: { ticket }, body: {} };
    const result = await runStrategy<CasProof>(this.strategy(provider), request, { wish: renew ? 'renew' : 'sign-in' });
    if (result.kind !== 'user') throw new RefusedSignIn('cas.refused');
    return result.user;
  }

  logoutUrl({ settings: { baseUrl, logoutPath, serviceParameter } }: CasProvider): string {
    const url = new URL(baseUrl + logoutPath);
    url.searchParams.set(serviceParameter, `${this.settings.PUBLIC_URL}/host/`);
    return url.toString();
  }

  endedTicket(logoutRequest: unknown): Buffer | null {
    const ticket = endedTicket(logoutRequest);
    return ticket === null ? null : ticketHash(ticket);
  }

  private strategy(provider: CasProvider): CasStrategy {
    const { SIGN_ON_CA_FILE } = this.settings;
    const service = this.serviceUrl(provider.key);
    return new CasStrategy({ provider, service, ...(SIGN_ON_CA_FILE && { caFile: SIGN_ON_CA_FILE }) });
  }
}
