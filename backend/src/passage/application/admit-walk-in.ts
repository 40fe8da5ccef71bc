import { type RequestVisitInput, type WalkInInput } from '@gatehouse/contract';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { addDays, campusDay, campusInstant } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { noticeVersion, RequestVisit } from '../../visit/public.js';
import { type AskingDevice } from './gate-desk.js';
import { WalkIns } from './walk-ins.js';

/** Somebody stands at the gate without an application: the guard writes it, the host answers on his phone. */
export class AdmitWalkIn extends Command<string> {
  constructor(
    readonly device: AskingDevice,
    readonly guardId: string,
    readonly input: WalkInInput,
  ) {
    super();
  }
}

@CommandHandler(AdmitWalkIn)
export class AdmitWalkInHandler implements ICommandHandler<AdmitWalkIn> {
  constructor(
    private readonly walkIns: WalkIns,
    private readonly commands: CommandBus,
    private readonly hosts: Hosts,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ device, guardId, input }: AdmitWalkIn): Promise<string> {
    const known = await this.walkIns.withNonce(device.id, input.nonce);
    if (known) return known;
    if (!device.gateIds.includes(input.gate)) throw new DomainError('passage.gate-not-yours');
    const host = await this.hosts.withId(input.hostId);
    if (!host?.active || host.campusId !== device.campusId)
      throw new DomainError('visit.host-not-matched', {}, [{ path: 'hostId', code: 'visit.host-not-matched' }]);
    const now = this.clock.now();
    const visitId = await this.commands.execute(
      new RequestVisit(this.ids.uuid(), visitOf(input, device.campusId, host.unitId, now), null, true),
    );
    const id = this.ids.uuid();
    const { id: deviceId, campusId } = device;
    await this.walkIns.keep({ id, campusId, gateId: input.gate, deviceId, guardId, nonce: input.nonce, visitId }, now);
    return id;
  }
}

/** From now on for so many hours, and never beyond the day. */
function visitOf(input: WalkInInput, campusId: string, unitId: string, now: Date): RequestVisitInput {
  const { person, companions = [], transport, plate, purpose, reason, hours, locale } = input;
  const midnight = campusInstant(addDays(campusDay(now), 1));
  const until = new Date(Math.min(now.getTime() + hours * 3_600_000, midnight.getTime()));
  return {
    campusId,
    unitId,
    host: { staffId: input.hostId },
    transport,
    ...(plate && { plate }),
    period: { from: now.toISOString(), until: until.toISOString() },
    purpose,
    reason,
    applicant: person,
    companions,
    noticeVersion,
    consentIdentity: input.consentIdentity,
    ...(locale && { locale }),
  };
}
