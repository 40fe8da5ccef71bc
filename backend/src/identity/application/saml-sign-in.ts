import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type ErrorCode } from '@gatehouse/contract';
import { Ids } from '../../kernel/ids.js';
import { claimOf } from '../domain/attribute-mapping.js';
import { type SamlSubject } from '../domain/staff-session.js';
import { BeginSignIn } from './begin-sign-in.js';
import { type CompletedSignIn } from './cas-sign-in.js';
import { EndProviderSession } from './end-provider-session.js';
import { IdentityProviders } from './identity-provider.js';
import { KeepSamlProof } from './keep-saml-proof.js';
import { RefusedSignIn } from './refused-sign-in.js';
import { RefuseSignIn } from './refuse-sign-in.js';
import { SamlSignOn } from './saml-sign-on.js';
import { type SigningBrowser, SignInByProvider, type SignInOutcome } from './sign-in-by-provider.js';
import { TakeSamlProof } from './take-saml-proof.js';
import { TakeSignOut } from './take-sign-out.js';

/**
 * Sign-in by SAML. The provider's cross-site POST carries no cookie, so it only leaves a proof under a one-time code; the
 * redirect that follows carries the cookie of the browser that began, and only then is a session opened.
 */
@Injectable()
export class SamlSignIn {
  constructor(
    private readonly commands: CommandBus,
    private readonly providers: IdentityProviders,
    private readonly saml: SamlSignOn,
    private readonly ids: Ids,
  ) {}

  async metadata(key: string): Promise<string> {
    return this.saml.metadata(await this.providers.enabled('saml', key));
  }

  /** Answers where to send the browser. RelayState is a random handle, no address. */
  async begin(key: string, wish: 'sign-in' | 'renew', browser: string, next: string): Promise<string> {
    const provider = await this.providers.enabled('saml', key);
    const handle = this.handle();
    const { url, requestId } = await this.saml.begin(provider, handle, wish === 'renew');
    await this.commands.execute(new BeginSignIn(handle, { provider: key, purpose: wish, browser, requestId, next }));
    return url;
  }

  /** Takes a response in; answers the one-time code of its proof, or the refusal. */
  async accept(key: string, samlResponse: unknown, relayState: unknown): Promise<{ code: string } | SignInOutcome> {
    const provider = await this.providers.enabled('saml', key);
    try {
      if (typeof relayState !== 'string') throw new RefusedSignIn('saml.relay-state');
      const { requestId, assertionId, subject, ...proof } = await this.saml.validate(provider, samlResponse);
      const claim = claimOf(provider.settings.mapping, proof);
      const valid = { provider: key, requestId, assertionId, handle: relayState, claim, subject };
      const code = await this.commands.execute(new KeepSamlProof(valid));
      if (code === null) throw new RefusedSignIn('saml.used-before');
      return { code };
    } catch (error) {
      return { refusal: await this.commands.execute(new RefuseSignIn(key, error)) };
    }
  }

  /** Opens the session that the code stands for, in the browser that began. */
  async complete(code: unknown, browser: string | null, signing: SigningBrowser): Promise<CompletedSignIn> {
    const taken =
      typeof code === 'string' && browser ? await this.commands.execute(new TakeSamlProof(code, browser)) : null;
    if (!taken) return { next: '', outcome: { refusal: 'auth.sign-in-lost' } };
    const { provider, claim, subject, next } = taken;
    const session = { samlSubject: subject };
    return { next, outcome: await this.commands.execute(new SignInByProvider(provider, claim, signing, session)) };
  }

  /** Where the browser ends the provider's session; null when the provider offers none. */
  async signOut(key: string, subject: SamlSubject, browser: string): Promise<string | null> {
    const provider = await this.providers.enabled('saml', key);
    const handle = this.handle();
    const departure = await this.saml.signOut(provider, subject, handle);
    if (!departure) return null;
    const attempt = {
      provider: key,
      purpose: 'sign-out' as const,
      browser,
      requestId: departure.requestId,
      next: '/host/?signedOut=1',
    };
    await this.commands.execute(new BeginSignIn(handle, attempt));
    return departure.url;
  }

  /** A signed sign-out message of the provider: ends its sessions, or completes ours. Answers where to go on. */
  async logout(key: string, rawQuery: string): Promise<string | { refusal: ErrorCode }> {
    const provider = await this.providers.enabled('saml', key);
    try {
      const message = await this.saml.readLogout(provider, rawQuery);
      if (message.kind === 'response') return await this.signedOut(key, message.requestId, message.relayState ?? '');
      await this.commands.execute(new EndProviderSession(key, message));
      return await this.saml.logoutAnswer(provider, message.id, message.relayState);
    } catch (error) {
      return { refusal: await this.commands.execute(new RefuseSignIn(key, error)) };
    }
  }

  private async signedOut(key: string, requestId: string, handle: string): Promise<string> {
    const next = await this.commands.execute(new TakeSignOut(key, requestId, handle));
    if (next === null) throw new RefusedSignIn('saml.logout-unasked');
    return next;
  }

  private handle(): string {
    return Buffer.from(this.ids.bytes(32)).toString('base64url');
  }
}
