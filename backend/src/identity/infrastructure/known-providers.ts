import { Injectable } from '@nestjs/common';
import { type IdentityProvider, IdentityProviders } from '../application/identity-provider.js';
import { DevelopmentProvider } from './development-provider.js';

@Injectable()
export class KnownProviders extends IdentityProviders {
  private readonly all: IdentityProvider[];

  constructor(development: DevelopmentProvider) {
    super();
    this.all = [development];
  }

  offered(): IdentityProvider[] {
    return this.all.filter((provider) => provider.isOffered());
  }
}
