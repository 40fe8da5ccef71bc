import { type BatchItem, type BatchResult } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { FindIncident } from './find-incident.js';
import { type AskingDevice } from './gate-desk.js';
import { OfflineDesk } from './offline-desk.js';

/** One fact from a gate that had no network, in a transaction of its own: a bad one harms only itself. */
export class ImportOfflinePassage extends Command<BatchResult> {
  constructor(
    readonly device: AskingDevice,
    readonly item: BatchItem,
    readonly skewMs: number,
  ) {
    super();
  }
}

@CommandHandler(ImportOfflinePassage)
export class ImportOfflinePassageHandler implements ICommandHandler<ImportOfflinePassage> {
  constructor(
    private readonly desk: OfflineDesk,
    private readonly incidents: FindIncident,
  ) {}

  async execute({ device, item, skewMs }: ImportOfflinePassage): Promise<BatchResult> {
    const { result, passId, visitId, suspicions } = await this.desk.take(device, item, skewMs);
    const found: string[] = [];
    for (const suspicion of suspicions)
      found.push(await this.incidents.of({ campusId: device.campusId, passId, visitId, ...suspicion }));
    return { nonce: item.nonce, outcome: item.outcome, incident: found[0] ?? null, ...result };
  }
}
