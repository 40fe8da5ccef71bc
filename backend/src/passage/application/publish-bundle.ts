import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type BundleItems, GateBundle } from './gate-bundle.js';

/** Publishes what changed for the gates of a campus and answers it from a version on; null = everything. */
export class PublishBundle extends Command<BundleItems> {
  constructor(
    readonly campusId: string,
    readonly since: number | null,
  ) {
    super();
  }
}

@CommandHandler(PublishBundle)
export class PublishBundleHandler implements ICommandHandler<PublishBundle> {
  constructor(private readonly bundle: GateBundle) {}

  execute({ campusId, since }: PublishBundle): Promise<BundleItems> {
    return this.bundle.after(campusId, since);
  }
}
