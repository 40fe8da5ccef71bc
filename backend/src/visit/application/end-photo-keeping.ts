import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { ErasePhotos } from '../../photo/public.js';
import { Rules } from '../../policy/public.js';
import { KeptPhotos } from './kept-photos.query.js';

const HOUR = 3_600_000;

/** Erases face photos and documents whose time after the visit is over. Answers how many; run again until 0. */
export class EndPhotoKeeping extends Command<number> {}

@CommandHandler(EndPhotoKeeping)
export class EndPhotoKeepingHandler implements ICommandHandler<EndPhotoKeeping> {
  constructor(
    private readonly kept: KeptPhotos,
    private readonly rules: Rules,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const { face, documents } = (await this.rules.current()).settings;
    return (await this.endOf('face', face.keepHours)) + (await this.endOf('document', documents.keepDays * 24));
  }

  private async endOf(kind: 'face' | 'document', hours: number): Promise<number> {
    const over = await this.kept.ofVisitsOverBefore(kind, new Date(this.clock.now().getTime() - hours * HOUR));
    let erased = 0;
    for (const visitId of over)
      erased += await this.commands.execute(new ErasePhotos({ visitId, kind }, 'kept-long-enough'));
    return erased;
  }
}
