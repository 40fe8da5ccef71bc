import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type KeepDraftInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { turned } from '../domain/dials.js';
import { Policies } from './policies.js';

/** Keeps what is about to be changed. Whoever has not seen the last keeping is told so, and loses nothing. */
export class KeepDraft extends Command<void> {
  constructor(
    readonly input: KeepDraftInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(KeepDraft)
export class KeepDraftHandler implements ICommandHandler<KeepDraft> {
  constructor(
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async execute({ input: { basedOn, revision, changes }, by }: KeepDraft): Promise<void> {
    const [draft, newest] = [await this.policies.draft(), await this.policies.newest()];
    if ((draft?.revision ?? null) !== revision) throw new DomainError('policy.draft-changed');
    if (newest.version !== basedOn) throw new DomainError('policy.changed-meanwhile');
    turned(newest.settings, changes);
    await this.policies.keepDraft(basedOn, changes, by, this.clock.now());
  }
}
