import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type SamlSubject } from '../domain/staff-session.js';
import { CasSignOn } from './cas-sign-on.js';
import { IdentityProviders } from './identity-provider.js';
import { ProviderUnreachable } from './refused-sign-in.js';
import { SamlSignOut } from './saml-sign-out.js';
import { SignOut } from './sign-out.js';

/** Ends a session here, and answers where the browser ends the provider's own session. */
@Injectable()
export class SignOutEverywhere {
  constructor(
    private readonly commands: CommandBus,
    private readonly providers: IdentityProviders,
    private readonly cas: CasSignOn,
    private readonly saml: SamlSignOut,
  ) {}

  async end(token: string, browser: string): Promise<string | null> {
    const ended = await this.commands.execute(new SignOut(token));
    if (!ended) return null;
    const provider = (await this.providers.all()).find(({ key }) => key === ended.provider);
    if (!provider?.enabled) return null;
    if (provider.settings.kind === 'cas') return this.cas.logoutUrl({ ...provider, settings: provider.settings });
    return ended.samlSubject && this.leave(provider.key, ended.samlSubject, browser);
  }

  /** A provider that is down keeps nobody from being signed out here. */
  private async leave(key: string, subject: SamlSubject, browser: string): Promise<string | null> {
    try {
      return await this.saml.begin(key, subject, browser);
    } catch (error) {
      if (error instanceof ProviderUnreachable) return null;
      throw error;
    }
  }
}
