import { Injectable } from '@nestjs/common';
import { type ProviderSettings, type SignInProvider } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Settings } from '../../platform/settings.js';
import { IdentityProviders, type ProviderOf, ProviderVersions } from '../application/identity-provider.js';
import { type SignInProviderFacts } from '../domain/sign-in-provider.js';
import { EnvironmentProviders } from './environment-providers.js';

const development: SignInProvider = { key: 'dev', zh: '演示登录', en: 'Demo sign-in', url: '/api/auth/dev/login' };

@Injectable()
export class KnownProviders extends IdentityProviders {
  constructor(
    private readonly environment: EnvironmentProviders,
    private readonly versions: ProviderVersions,
    private readonly settings: Settings,
  ) {
    super();
  }

  async offered(): Promise<SignInProvider[]> {
    const enabled = (await this.all()).filter((provider) => provider.enabled);
    const offered = enabled.map((provider) => ({
      key: provider.key,
      ...provider.name,
      url: this.signInPath(provider),
    }));
    // Signing in as anybody at all is for trying the product out. Refused in production.
    return this.settings.isDemo ? [...offered, development] : offered;
  }

  async all(): Promise<SignInProviderFacts[]> {
    return [...this.environment.all, ...(await this.versions.newest())];
  }

  async enabled<K extends ProviderSettings['kind']>(kind: K, key: string): Promise<ProviderOf<K>> {
    const found = (await this.all()).find((provider) => provider.key === key);
    if (!found?.enabled || found.settings.kind !== kind) throw new DomainError('auth.provider-unknown');
    return found as ProviderOf<K>;
  }

  signInPath({ key, settings: { kind } }: Pick<SignInProviderFacts, 'key' | 'settings'>): string {
    return key === kind ? `/api/auth/${kind}/login` : `/api/auth/${kind}/${key}/login`;
  }
}
