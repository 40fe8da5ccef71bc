import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ReturnToVersionInput } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Policies } from './policies.js';
import { PolicyPublisher } from './policy-publisher.js';

/** An earlier version is published again, as a new one, in force at once. */
export class ReturnToVersion extends Command<void> {
  constructor(
    readonly version: number,
    readonly input: ReturnToVersionInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(ReturnToVersion)
export class ReturnToVersionHandler implements ICommandHandler<ReturnToVersion> {
  constructor(
    private readonly policies: Policies,
    private readonly publisher: PolicyPublisher,
  ) {}

  async execute({ version, input: { basedOn, reason }, by }: ReturnToVersion): Promise<void> {
    const newest = await this.policies.newest();
    if (newest.version !== basedOn) throw new DomainError('policy.changed-meanwhile');
    const earlier = await this.policies.find(version);
    if (!earlier) throw new DomainError('policy.version-not-found');
    await this.publisher.publish(newest, earlier.settings, { by, reason, startsAt: null, returnsTo: version });
  }
}
