import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type ErasureReason } from '../domain/events.js';
import { PhotoBook, type PhotoChoice } from './photos.js';

/** Erases photos of a visit. Answers how many; again: 0. */
export class ErasePhotos extends Command<number> {
  constructor(
    readonly choice: PhotoChoice,
    readonly reason: ErasureReason,
  ) {
    super();
  }
}

@CommandHandler(ErasePhotos)
export class ErasePhotosHandler implements ICommandHandler<ErasePhotos> {
  constructor(
    private readonly book: PhotoBook,
    private readonly clock: Clock,
  ) {}

  async execute({ choice, reason }: ErasePhotos): Promise<number> {
    const photos = await this.book.ofVisit(choice);
    for (const photo of photos) photo.erase(reason, this.clock.now());
    return photos.length;
  }
}
