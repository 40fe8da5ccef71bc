import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Equipments } from './equipments.js';
import { ProvisioningBook } from './provisioning-book.js';

/** What did not reach a device is sent again: one person, or everybody who failed. Answers how many. */
export class PushAgain extends Command<number> {
  constructor(
    readonly deviceId: string,
    readonly personId: string | null,
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(PushAgain)
export class PushAgainHandler implements ICommandHandler<PushAgain> {
  constructor(
    private readonly equipments: Equipments,
    private readonly book: ProvisioningBook,
    private readonly clock: Clock,
  ) {}

  async execute({ deviceId, personId, campusIds }: PushAgain): Promise<number> {
    const equipment = await this.equipments.find(deviceId);
    if (!equipment || (campusIds && !campusIds.includes(equipment.campusId)))
      throw new DomainError('equipment.not-found');
    const people = await this.book.again(deviceId, personId, this.clock.now());
    if (personId && people === 0) throw new DomainError('equipment.person-not-found');
    return people;
  }
}
