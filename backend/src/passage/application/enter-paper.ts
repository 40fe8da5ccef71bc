import { type BackEntryInput, type BatchItem } from '@gatehouse/contract';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type Emergency } from '../domain/emergency.js';
import { Emergencies } from './emergencies.js';
import { FindIncident } from './find-incident.js';
import { type AskingDevice } from './gate-desk.js';
import { ImportOfflinePassage } from './import-offline-passage.js';

/** One person let through on paper, entered afterwards: a fact like every other from a gate without verdicts. */
export class EnterPaper extends Command<void> {
  constructor(
    readonly device: AskingDevice,
    readonly emergencyId: string,
    readonly entry: BackEntryInput,
  ) {
    super();
  }
}

@CommandHandler(EnterPaper)
export class EnterPaperHandler implements ICommandHandler<EnterPaper> {
  constructor(
    private readonly emergencies: Emergencies,
    private readonly incidents: FindIncident,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async execute({ device, emergencyId, entry }: EnterPaper): Promise<void> {
    const emergency = await this.emergencies.withId(emergencyId, device.campusId);
    emergency.checkPaper(entry.paper);
    if (await this.emergencies.isEntered(emergencyId, entry)) return;
    const item = factOf(emergencyId, emergency.gateId, entry);
    const { passage, problem } = await this.commands.execute(new ImportOfflinePassage(device, item, 0));
    if (!passage) throw new DomainError('request.invalid', {}, problem ? [problem] : []);
    const now = this.clock.now();
    await this.emergencies.enter(emergencyId, entry, passage, now);
    if (emergency.isOverdue(now)) await this.reportLate(emergency, passage);
  }

  /** A paper that comes after the set time is for the office to look at. */
  private async reportLate({ id: emergencyId, campusId }: Emergency, passage: string): Promise<void> {
    const paper = { campusId, kind: 'emergency' as const, passId: null, visitId: null, passageIds: [passage] };
    await this.incidents.of({ ...paper, emergencyId });
  }
}

function factOf(
  emergencyId: string,
  gate: string,
  { paper, direction, at, passNumber, person, plate, by }: BackEntryInput,
) {
  const credential = passNumber
    ? { kind: 'number', value: passNumber }
    : { kind: 'document', value: `${person?.documentKind ?? ''}|${person?.documentNumber ?? ''}` };
  return {
    nonce: `em-${emergencyId.replace(/-/g, '')}-${paper}-${direction}`,
    gate,
    direction,
    credential,
    at,
    judged: { verdict: 'admit', reason: 'CONFIRM_ID', bundleVersion: null, bundleMadeAt: null },
    outcome: 'admitted',
    outcomeAt: at,
    by,
    ...(plate && { plateSeen: plate }),
  } as BatchItem;
}
