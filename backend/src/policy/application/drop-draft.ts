import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { Policies } from './policies.js';

/** The draft is given up, by somebody who has seen its last keeping. */
export class DropDraft extends Command<void> {
  constructor(readonly revision: number) {
    super();
  }
}

@CommandHandler(DropDraft)
export class DropDraftHandler implements ICommandHandler<DropDraft> {
  constructor(private readonly policies: Policies) {}

  async execute({ revision }: DropDraft): Promise<void> {
    const draft = await this.policies.draft();
    if (draft && draft.revision !== revision) throw new DomainError('policy.draft-changed');
    await this.policies.dropDraft();
  }
}
