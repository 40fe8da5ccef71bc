import { randomBytes } from 'node:crypto';
import { type Profile, SAML, type SamlConfig, Strategy, type VerifiedCallback } from '@node-saml/passport-saml';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { ProviderUnreachable, RefusedSignIn } from '../../application/refused-sign-in.js';
import {
  type CameAs,
  type Departure,
  type LogoutMessage,
  type SamlDeparture,
  type SamlProof,
  type SamlProvider,
  SamlSignOn,
} from '../../application/saml-sign-on.js';
import { SignInAttempts } from '../../application/sign-in-attempts.js';
import { type SamlSubject } from '../../domain/staff-session.js';
import { runStrategy } from '../passport/run-strategy.js';
import { asForm } from './departures.js';
import { type IdpEndpoint } from './idp-metadata.js';
import { readLogoutMessage } from './logout-message.js';
import { MetadataSource } from './metadata-source.js';
import { decodedMessage } from './encoded-message.js';
import { libraryReason } from './library-reason.js';
import { readSignedForm } from './posted-message.js';
import { proofOf } from './proof-of-profile.js';
import { readSignedQuery } from './redirect-query.js';
import { RequestCache } from './request-cache.js';
import { checkAssertion, checkResponse, type Expected } from './response-checks.js';
import { samlOptions } from './saml-options.js';
import { SpAddresses } from './sp-addresses.js';
import { SamlSpKeys } from './sp-keys.js';
import { spMetadata } from './sp-metadata.js';

const LARGEST_RESPONSE = 256 * 1024;

/** Sign-in by SAML with passport-saml, fenced in by our own checks before and after. */
@Injectable()
export class PassportSaml extends SamlSignOn {
  constructor(
    private readonly source: MetadataSource,
    private readonly keys: SamlSpKeys,
    private readonly addresses: SpAddresses,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {
    super();
  }

  metadata(key: string, nameIdFormat: string | null): string {
    return spMetadata(this.addresses.of(key), this.keys.get(), nameIdFormat);
  }

  metadataUrl(key: string): string {
    return this.addresses.of(key).entityId;
  }

  leaveUrl(key: string, handle: string): string {
    return `${this.addresses.of(key).leave}?handle=${encodeURIComponent(handle)}`;
  }

  async inspect(provider: SamlProvider): Promise<{ entityId: string; certificatesUntil: Date; signsOut: boolean }> {
    const { entityId, certificatesUntil, signOut } = (await this.source.fetched(provider)).metadata;
    return { entityId, certificatesUntil, signsOut: signOut !== null };
  }

  async begin(provider: SamlProvider, handle: string, renew: boolean): Promise<SamlDeparture> {
    const requestId = freshId();
    const options = { ...(await this.options(provider)), generateUniqueId: () => requestId, forceAuthn: renew };
    const result = await runStrategy(strategyOf(options), { query: { RelayState: handle }, body: {} });
    if (result.kind !== 'redirect') throw new RefusedSignIn('saml.login');
    return { to: this.departure(result.url, (await this.idp(provider)).signOn), requestId };
  }

  async validate(provider: SamlProvider, samlResponse: unknown): Promise<SamlProof> {
    const xml = decodedMessage(samlResponse, LARGEST_RESPONSE, 'saml.response-shape');
    const idp = await this.idp(provider);
    const expected: Expected = {
      ...provider.settings,
      acs: this.addresses.of(provider.key).acs,
      idpEntityId: idp.entityId,
    };
    const requestId = checkResponse(xml, expected);
    const profile = await this.verified(provider, xml);
    if (!profile?.getAssertionXml || profile.issuer !== idp.entityId) throw new RefusedSignIn('saml.profile');
    const facts = checkAssertion(profile.getAssertionXml(), requestId, expected, this.clock.now());
    return { ...proofOf(profile, facts.sessionIndex), requestId, assertionId: facts.assertionId };
  }

  async signOut(provider: SamlProvider, subject: SamlSubject, handle: string): Promise<SamlDeparture | null> {
    const { signOut } = await this.idp(provider);
    if (!signOut) return null;
    const requestId = freshId();
    const saml = new SAML({ ...(await this.options(provider)), generateUniqueId: () => requestId });
    const { nameId, format = '', ...qualifiers } = subject;
    const user = { issuer: '', nameID: nameId, nameIDFormat: format, ...qualifiers };
    return { to: this.departure(await saml.getLogoutUrlAsync(user, handle, {}), signOut), requestId };
  }

  async readLogout(provider: SamlProvider, came: CameAs): Promise<LogoutMessage> {
    const { certificates, entityId } = await this.idp(provider);
    const expected = { idpEntityId: entityId, slo: this.addresses.of(provider.key).slo, now: this.clock.now() };
    const message =
      'query' in came ? readSignedQuery(came.query, certificates) : readSignedForm(came.form, certificates);
    return readLogoutMessage(message, expected);
  }

  async logoutAnswer(provider: SamlProvider, requestId: string, relayState: string | null): Promise<Departure> {
    const { signOut } = await this.idp(provider);
    if (!signOut) throw new RefusedSignIn('saml.logout-no-address');
    const saml = new SAML({ ...(await this.options(provider)), logoutUrl: signOut.response });
    const url = await saml.getLogoutResponseUrlAsync({ ID: requestId } as Profile, relayState ?? '', {}, true);
    return this.departure(url, { ...signOut, location: signOut.response });
  }

  private departure(redirect: string, { binding, location }: IdpEndpoint): Departure {
    return binding === 'redirect' ? { url: redirect, fields: null } : asForm(redirect, location, this.keys.get());
  }

  /** The library's own checks: signatures, request, times, audience. Its messages may quote values and go no further. */
  private async verified(provider: SamlProvider, xml: string): Promise<Profile | null> {
    const body = { SAMLResponse: Buffer.from(xml, 'utf8').toString('base64') };
    const strategy = strategyOf(await this.options(provider));
    try {
      const result = await runStrategy<Profile>(strategy, { query: {}, body });
      return result.kind === 'user' ? result.user : null;
    } catch (error) {
      if (error instanceof ProviderUnreachable) throw error;
      throw new RefusedSignIn(libraryReason(error));
    }
  }

  private async options(provider: SamlProvider): Promise<SamlConfig> {
    const cacheProvider = new RequestCache(this.attempts, provider.key, () => this.clock.now());
    const addresses = this.addresses.of(provider.key);
    return samlOptions({ provider, idp: await this.idp(provider), keys: this.keys.get(), addresses, cacheProvider });
  }

  private async idp(provider: SamlProvider) {
    try {
      return await this.source.of(provider);
    } catch (error) {
      throw error instanceof RefusedSignIn ? new ProviderUnreachable(error.reason) : error;
    }
  }
}

const freshId = (): string => `_${randomBytes(20).toString('hex')}`;

const strategyOf = (options: SamlConfig): Strategy =>
  new Strategy(
    options,
    (profile: Profile | null, done: VerifiedCallback) => done(null, profile ?? undefined),
    (_profile: Profile | null, done: VerifiedCallback) => done(new RefusedSignIn('saml.logout-elsewhere')),
  );
