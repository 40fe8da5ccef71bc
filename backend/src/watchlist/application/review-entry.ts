import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ReviewEntryInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { BlacklistEntries } from './blacklist-entries.js';
import { type Lister } from './list-person.js';

/** Somebody looked whether an entry is still right, and keeps it. */
export class ReviewEntry extends Command<void> {
  constructor(
    readonly entryId: string,
    readonly by: Lister,
    readonly review: ReviewEntryInput,
  ) {
    super();
  }
}

@CommandHandler(ReviewEntry)
export class ReviewEntryHandler implements ICommandHandler<ReviewEntry> {
  constructor(
    private readonly entries: BlacklistEntries,
    private readonly clock: Clock,
  ) {}

  async execute({ entryId, by, review }: ReviewEntry): Promise<void> {
    const entry = await this.entries.changeable(entryId, by.campusIds);
    entry.review(by.name, review.note.trim(), review.reviewOn, this.clock.now());
  }
}
