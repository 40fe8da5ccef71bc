import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type KeepProviderInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Settings } from '../../platform/settings.js';
import { faultsIn, isFreeKey } from '../domain/sign-in-provider.js';
import { IdentityProviders, ProviderVersions } from './identity-provider.js';
import { SignInJournal } from './sign-in-journal.js';

/** Sets up a provider, changes it, or switches it on or off: always as a new version. */
export class KeepProvider extends Command<void> {
  constructor(
    readonly key: string,
    readonly input: KeepProviderInput,
    readonly changedBy: string,
  ) {
    super();
  }
}

@CommandHandler(KeepProvider)
export class KeepProviderHandler implements ICommandHandler<KeepProvider> {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly versions: ProviderVersions,
    private readonly journal: SignInJournal,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ key, input, changedBy }: KeepProvider): Promise<void> {
    const known = (await this.providers.all()).find((provider) => provider.key === key);
    if (known?.source === 'environment') throw new DomainError('auth.provider-from-environment');
    if (!isFreeKey(key)) throw wrong('key');
    if ((known?.version ?? 0) !== input.version) throw new DomainError('request.conflict');
    // What has opened sessions under this key keeps its protocol: their sign-out must still find them.
    if (known && known.settings.kind !== input.settings.kind) throw wrong('settings.kind');
    const faults = faultsIn(input.settings, this.settings.isDemo).map((field) => `settings.${field}`);
    if (faults.length > 0) throw wrong(...faults);
    const version = input.version + 1;
    const { name, enabled, settings } = input;
    await this.versions.keep({
      ...{ key, name, enabled, settings, version, changedBy },
      source: 'console',
      changedAt: this.clock.now(),
    });
    await this.journal.providerChanged({ key, version, kind: settings.kind, enabled });
  }
}

const wrong = (...paths: string[]): DomainError =>
  new DomainError(
    'auth.provider-settings-wrong',
    {},
    paths.map((path) => ({ path, code: 'field.shape' })),
  );
