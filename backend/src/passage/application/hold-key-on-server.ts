import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { PassKeys } from './pass-keys.js';
import { Passes } from './passes.js';
import { takeKey } from './take-key.js';

/** For a phone that cannot hold a key: the server does. A key that it holds already stays. */
export class HoldKeyOnServer extends Command<void> {
  constructor(
    readonly passId: string,
    readonly mobileIndex: Uint8Array,
    readonly move: boolean,
  ) {
    super();
  }
}

@CommandHandler(HoldKeyOnServer)
export class HoldKeyOnServerHandler implements ICommandHandler<HoldKeyOnServer> {
  constructor(
    private readonly passes: Passes,
    private readonly keys: PassKeys,
    private readonly clock: Clock,
  ) {}

  async execute({ passId, mobileIndex, move }: HoldKeyOnServer): Promise<void> {
    const pass = await this.passes.ownedBy(mobileIndex, passId);
    if (pass.key?.heldBy === 'server') return;
    await takeKey(pass, await this.keys.onServer(pass.personKeyId), move, this.passes, this.clock.now());
  }
}
