import { type OpenEmergencyInput } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Emergency } from '../domain/emergency.js';
import { Emergencies } from './emergencies.js';
import { type AskingDevice } from './gate-desk.js';

/** Opens a gate without verdicts. The same nonce again answers the same emergency. */
export class OpenEmergency extends Command<string> {
  constructor(
    readonly device: AskingDevice,
    readonly guard: { id: string; name: string },
    readonly input: OpenEmergencyInput,
  ) {
    super();
  }
}

@CommandHandler(OpenEmergency)
export class OpenEmergencyHandler implements ICommandHandler<OpenEmergency> {
  constructor(
    private readonly emergencies: Emergencies,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ device, guard, input }: OpenEmergency): Promise<string> {
    const { nonce, gate: gateId, cause, reason, secondName, at } = input;
    const known = await this.emergencies.withNonce(device.id, nonce);
    if (known) return known.id;
    if (!device.gateIds.includes(gateId)) throw new DomainError('passage.gate-not-yours');
    const now = this.clock.now();
    const openedAt = new Date(Math.min(Date.parse(at), now.getTime()));
    const emergency = Emergency.open(
      {
        id: this.ids.uuid(),
        campusId: device.campusId,
        gateId,
        deviceId: device.id,
        nonce,
        cause,
        reason,
        openedBy: guard,
        secondName: secondName.trim(),
        openedAt,
      },
      now,
    );
    this.emergencies.add(emergency);
    return emergency.id;
  }
}
