import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { ErasePhotos } from '../../photo/public.js';
import { Rules } from '../../policy/public.js';
import { KeptPhotos } from './kept-photos.query.js';

const HOUR = 3_600_000;

export type PhotoKind = 'face' | 'document';

/** Erases face photos or documents whose time after the visit is over. Answers how many; run again until 0. */
export class EndPhotoKeeping extends Command<number> {
  constructor(readonly kind: PhotoKind) {
    super();
  }
}

@CommandHandler(EndPhotoKeeping)
export class EndPhotoKeepingHandler implements ICommandHandler<EndPhotoKeeping> {
  constructor(
    private readonly kept: KeptPhotos,
    private readonly rules: Rules,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async execute({ kind }: EndPhotoKeeping): Promise<number> {
    const { face, documents } = (await this.rules.current()).settings;
    const hours = kind === 'face' ? face.keepHours : documents.keepDays * 24;
    const over = await this.kept.ofVisitsOverBefore(kind, new Date(this.clock.now().getTime() - hours * HOUR));
    let erased = 0;
    for (const visitId of over)
      erased += await this.commands.execute(new ErasePhotos({ visitId, kind }, 'kept-long-enough'));
    return erased;
  }
}
