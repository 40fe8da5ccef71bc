import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { PassKeys } from './pass-keys.js';
import { Passes } from './passes.js';
import { takeKey } from './take-key.js';

/** The visitor's phone registers its public key and the pass secret; `move` brings the pass over from another phone. */
export class RegisterPhoneKey extends Command<void> {
  constructor(
    readonly passId: string,
    readonly mobileIndex: Uint8Array,
    readonly publicKey: Uint8Array,
    readonly secret: Uint8Array,
    readonly move: boolean,
  ) {
    super();
  }
}

@CommandHandler(RegisterPhoneKey)
export class RegisterPhoneKeyHandler implements ICommandHandler<RegisterPhoneKey> {
  constructor(
    private readonly passes: Passes,
    private readonly keys: PassKeys,
    private readonly clock: Clock,
  ) {}

  async execute({ passId, mobileIndex, publicKey, secret, move }: RegisterPhoneKey): Promise<void> {
    const pass = await this.passes.ownedBy(mobileIndex, passId);
    const key = await this.keys.ofPhone(pass.personKeyId, publicKey, secret);
    await takeKey(pass, key, move, this.passes, this.clock.now());
  }
}
