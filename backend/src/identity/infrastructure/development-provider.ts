import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/settings.js';
import { IdentityProvider } from '../application/identity-provider.js';

/** Signs in whoever is chosen from a list: for trying the product out. Refused in production. */
@Injectable()
export class DevelopmentProvider extends IdentityProvider {
  readonly key = 'dev';
  readonly name = { zh: '演示登录', en: 'Demo sign-in' };
  readonly url = '/api/auth/dev/login';

  constructor(private readonly settings: Settings) {
    super();
  }

  isOffered(): boolean {
    return this.settings.isDemo;
  }
}
