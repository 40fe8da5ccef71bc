import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Settings } from '../../platform/settings.js';
import { claimOf } from '../domain/attribute-mapping.js';
import { isFreeKey } from '../domain/sign-in-provider.js';
import { BeginSignIn } from './begin-sign-in.js';
import { type CompletedSignIn } from './cas-sign-in.js';
import { IdentityProviders } from './identity-provider.js';
import { KeepSamlProof } from './keep-saml-proof.js';
import { RefusedSignIn } from './refused-sign-in.js';
import { RefuseSignIn } from './refuse-sign-in.js';
import { type Departure, SamlSignOn } from './saml-sign-on.js';
import { type SigningBrowser, SignInByProvider, type SignInRefusal } from './sign-in-by-provider.js';
import { TakeSamlProof } from './take-saml-proof.js';

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
    private readonly settings: Settings,
    private readonly ids: Ids,
  ) {}

  /** Our metadata. A provider usually wants to know us before we can be told of it, so they need none yet. */
  async metadata(key: string): Promise<string> {
    const known = (await this.providers.all()).find((provider) => provider.key === key);
    if (known ? known.settings.kind !== 'saml' : key !== 'saml' && !isFreeKey(key))
      throw new DomainError('auth.provider-unknown');
    const format = known?.settings.kind === 'saml' ? known.settings.nameIdFormat : this.settings.SAML_NAME_ID_FORMAT;
    return this.saml.metadata(key, format || null);
  }

  /** Answers how to send the browser off. RelayState is a random handle, no address. */
  async begin(
    key: string,
    wish: 'sign-in' | 'renew',
    browser: string,
    next: string,
  ): Promise<Departure | SignInRefusal> {
    try {
      const provider = await this.providers.enabled('saml', key);
      const handle = this.handle();
      const { to, requestId } = await this.saml.begin(provider, handle, wish === 'renew');
      await this.commands.execute(new BeginSignIn(handle, { provider: key, purpose: wish, browser, requestId, next }));
      return to;
    } catch (error) {
      return { refusal: await this.commands.execute(new RefuseSignIn(key, error)) };
    }
  }

  /** Takes a response in; answers the one-time code of its proof, or the refusal. */
  async accept(key: string, samlResponse: unknown, relayState: unknown): Promise<{ code: string } | SignInRefusal> {
    try {
      const provider = await this.providers.enabled('saml', key);
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

  private handle(): string {
    return Buffer.from(this.ids.bytes(32)).toString('base64url');
  }
}
