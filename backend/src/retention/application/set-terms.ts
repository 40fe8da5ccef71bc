import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type SetRetentionInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { changed } from '../domain/retention-terms.js';
import { RetentionBook } from './retention-book.js';

/** The office sets how long some kinds are kept: a new version; the next run goes by it. */
export class SetTerms extends Command<void> {
  constructor(
    readonly input: SetRetentionInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(SetTerms)
export class SetTermsHandler implements ICommandHandler<SetTerms> {
  constructor(
    private readonly book: RetentionBook,
    private readonly clock: Clock,
  ) {}

  async execute({ input: { changes, reason }, by }: SetTerms): Promise<void> {
    const { version, days } = await this.book.daysForChange();
    const terms = {
      version: version + 1,
      days: changed(days, changes),
      reason: reason.trim(),
      by,
      at: this.clock.now(),
    };
    await this.book.add(
      terms,
      changes.map(({ kind }) => kind),
    );
  }
}
