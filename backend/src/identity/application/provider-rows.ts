import { Injectable } from '@nestjs/common';
import { type SignInProviderRow } from '@gatehouse/contract';
import { CasSignOn } from './cas-sign-on.js';
import { IdentityProviders } from './identity-provider.js';
import { SamlSignOn } from './saml-sign-on.js';

/** The providers as the console shows them, with what their administrators must be told. */
@Injectable()
export class ProviderRows {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly cas: CasSignOn,
    private readonly saml: SamlSignOn,
  ) {}

  async all(): Promise<SignInProviderRow[]> {
    return (await this.providers.all()).map(({ changedAt, ...provider }) => ({
      ...provider,
      changedAt: changedAt?.toISOString() ?? null,
      tell: [
        provider.settings.kind === 'cas' ? this.cas.serviceUrl(provider.key) : this.saml.metadataUrl(provider.key),
      ],
    }));
  }
}
