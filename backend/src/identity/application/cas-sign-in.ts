import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Ids } from '../../kernel/ids.js';
import { claimOf } from '../domain/attribute-mapping.js';
import { BeginSignIn } from './begin-sign-in.js';
import { CasSignOn, type CasWish } from './cas-sign-on.js';
import { EndProviderSession } from './end-provider-session.js';
import { IdentityProviders } from './identity-provider.js';
import { RefusedSignIn } from './refused-sign-in.js';
import { RefuseSignIn } from './refuse-sign-in.js';
import { ResumeSignIn } from './resume-sign-in.js';
import {
  type SigningBrowser,
  SignInByProvider,
  type SignInOutcome,
  type SignInRefusal,
} from './sign-in-by-provider.js';

/** How a sign-in ended, and where the person wanted to go. `null`: the gateway knew nobody. */
export interface CompletedSignIn {
  next: string;
  outcome: SignInOutcome | null;
}

/** Sign-in by CAS: off to the login page, back with a ticket. */
@Injectable()
export class CasSignIn {
  constructor(
    private readonly commands: CommandBus,
    private readonly providers: IdentityProviders,
    private readonly cas: CasSignOn,
    private readonly ids: Ids,
  ) {}

  /** Answers where to send the browser. `browser` is the token of its cookie: CAS itself carries no state. */
  async begin(key: string, wish: CasWish, browser: string, next: string): Promise<string | SignInRefusal> {
    try {
      const url = await this.cas.loginUrl(await this.providers.enabled('cas', key), wish);
      const handle = Buffer.from(this.ids.bytes(32)).toString('base64url');
      const attempt = { provider: key, purpose: wish, browser, requestId: null, next };
      await this.commands.execute(new BeginSignIn(handle, attempt));
      return url;
    } catch (error) {
      return { refusal: await this.commands.execute(new RefuseSignIn(key, error)) };
    }
  }

  /** Completes what this browser began. A ticket that nobody here asked for is not even validated: login CSRF. */
  async complete(
    key: string,
    ticket: unknown,
    browser: string | null,
    signing: SigningBrowser,
  ): Promise<CompletedSignIn> {
    const attempt = browser ? await this.commands.execute(new ResumeSignIn(browser, key)) : null;
    if (!attempt) return { next: '', outcome: { refusal: 'auth.sign-in-lost' } };
    const { next, purpose } = attempt;
    if (ticket === undefined && purpose === 'gateway') return { next, outcome: null };
    try {
      if (ticket === undefined) throw new RefusedSignIn('cas.no-ticket');
      const provider = await this.providers.enabled('cas', key);
      const { ticketHash, ...proof } = await this.cas.validate(provider, ticket, purpose === 'renew');
      const claim = claimOf(provider.settings.mapping, proof);
      return { next, outcome: await this.commands.execute(new SignInByProvider(key, claim, signing, { ticketHash })) };
    } catch (error) {
      return { next, outcome: { refusal: await this.commands.execute(new RefuseSignIn(key, error)) } };
    }
  }

  /** Single sign-out: ends what the named ticket has opened; names of unknown tickets do nothing. */
  async end(key: string, logoutRequest: unknown): Promise<void> {
    const ticketHash = this.cas.endedTicket(logoutRequest);
    if (ticketHash) await this.commands.execute(new EndProviderSession(key, { ticketHash }));
  }
}
