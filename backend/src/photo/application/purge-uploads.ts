import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { UPLOAD_HOURS } from '../domain/photo.js';
import { PhotoBook } from './photos.js';

const AT_ONCE = 100;

/** Erases uploads whose form was never sent. Answers how many; run again until 0. */
export class PurgeUploads extends Command<number> {}

@CommandHandler(PurgeUploads)
export class PurgeUploadsHandler implements ICommandHandler<PurgeUploads> {
  constructor(
    private readonly book: PhotoBook,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    const lapsed = await this.book.unclaimed(new Date(now.getTime() - UPLOAD_HOURS * 3_600_000), AT_ONCE);
    for (const photo of lapsed) photo.erase('unclaimed', now);
    return lapsed.length;
  }
}
