import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { type SamlSubject } from '../domain/staff-session.js';
import { BeginSignIn } from './begin-sign-in.js';
import { EndProviderSession } from './end-provider-session.js';
import { IdentityProviders } from './identity-provider.js';
import { RefusedSignIn } from './refused-sign-in.js';
import { RefuseSignIn } from './refuse-sign-in.js';
import { type CameAs, type Departure, SamlSignOn } from './saml-sign-on.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { type SignInRefusal } from './sign-in-by-provider.js';
import { TakeSignOut } from './take-sign-out.js';

/** Single sign-out by SAML, begun here or at the provider. */
@Injectable()
export class SamlSignOut {
  constructor(
    private readonly commands: CommandBus,
    private readonly providers: IdentityProviders,
    private readonly saml: SamlSignOn,
    private readonly attempts: SignInAttempts,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Where the browser ends the provider's session; null when the provider offers none. */
  async begin(key: string, subject: SamlSubject, browser: string): Promise<string | null> {
    const provider = await this.providers.enabled('saml', key);
    const handle = Buffer.from(this.ids.bytes(32)).toString('base64url');
    const departure = await this.saml.signOut(provider, subject, handle);
    if (!departure) return null;
    const { requestId, to } = departure;
    const purpose = 'sign-out' as const;
    const attempt = { provider: key, purpose, browser, requestId, next: '/host/?signedOut=1', departure: to };
    await this.commands.execute(new BeginSignIn(handle, attempt));
    return to.fields === null ? to.url : this.saml.leaveUrl(key, handle);
  }

  /** The form that a browser came for on its way to the provider; null when none waits for it. */
  async departure(handle: unknown, browser: string | null): Promise<Departure | null> {
    if (typeof handle !== 'string' || !browser) return null;
    return this.attempts.departureOf(handle, browser, this.clock.now());
  }

  /** A signed message of the provider: ends its sessions, or completes what was begun here. Answers where to go on. */
  async take(key: string, came: CameAs): Promise<Departure | SignInRefusal> {
    try {
      const provider = await this.providers.enabled('saml', key);
      const message = await this.saml.readLogout(provider, came);
      if (message.kind === 'response') return await this.completed(key, message.requestId, message.relayState ?? '');
      await this.commands.execute(new EndProviderSession(key, message));
      return await this.saml.logoutAnswer(provider, message.id, message.relayState);
    } catch (error) {
      const refusal = await this.commands.execute(new RefuseSignIn(key, error));
      return { refusal: refusal === 'auth.provider-refused' ? 'auth.sign-out-refused' : refusal };
    }
  }

  private async completed(key: string, requestId: string, handle: string): Promise<Departure> {
    const next = await this.commands.execute(new TakeSignOut(key, requestId, handle));
    if (next === null) throw new RefusedSignIn('saml.logout-unasked');
    return { url: next, fields: null };
  }
}
