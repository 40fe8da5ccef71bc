import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PublishPolicyInput } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { turned } from '../domain/dials.js';
import { Policies } from './policies.js';
import { PolicyPublisher } from './policy-publisher.js';

/** The draft becomes a version, at once or from a time on. Visits already decided stay decided. */
export class PublishPolicy extends Command<void> {
  constructor(
    readonly input: PublishPolicyInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(PublishPolicy)
export class PublishPolicyHandler implements ICommandHandler<PublishPolicy> {
  constructor(
    private readonly policies: Policies,
    private readonly publisher: PolicyPublisher,
  ) {}

  async execute({ input: { basedOn, revision, reason, startsAt }, by }: PublishPolicy): Promise<void> {
    const [draft, newest] = [await this.policies.draft(), await this.policies.newest()];
    if (newest.version !== basedOn) throw new DomainError('policy.changed-meanwhile');
    if (draft?.revision !== revision || draft.basedOn !== basedOn) throw new DomainError('policy.draft-changed');
    const start = startsAt === undefined ? null : new Date(startsAt);
    await this.publisher.publish(newest, turned(newest.settings, draft.changes), { by, reason, startsAt: start });
    await this.policies.dropDraft();
  }
}
