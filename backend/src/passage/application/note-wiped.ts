import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Devices } from './devices.js';

/** A device says that it has forgotten everything. */
export class NoteWiped extends Command<void> {
  constructor(readonly deviceId: string) {
    super();
  }
}

@CommandHandler(NoteWiped)
export class NoteWipedHandler implements ICommandHandler<NoteWiped> {
  constructor(
    private readonly devices: Devices,
    private readonly clock: Clock,
  ) {}

  async execute({ deviceId }: NoteWiped): Promise<void> {
    (await this.devices.withId(deviceId)).wiped(this.clock.now());
  }
}
