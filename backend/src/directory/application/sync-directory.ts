import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Settings } from '../../platform/settings.js';
import { DirectorySync, type SyncOutcome } from '../domain/directory-sync.js';
import { type Origin } from '../domain/known.js';
import { countLeavers, needsConfirmation } from '../domain/leaver-guard.js';
import { type Offer } from '../domain/offered.js';
import { linesOf } from '../domain/sync-lines.js';
import { isEmpty, planSync } from '../domain/sync-plan.js';
import { DirectoryBook } from './directory-book.js';
import { DirectorySyncs } from './directory-syncs.js';

/** Whoever has a sync done; null for the schedule. */
export type SyncStarter = { id: string; number: string; name: string } | null;

export interface SyncOrder {
  origin: Origin;
  /** name of the file, or of the server */
  label: string;
  complete: boolean;
  /** only say what would happen */
  dryRun: boolean;
  /** the number of leavers somebody saw and agreed to */
  confirmedLeavers: number | null;
  by: SyncStarter;
  /** keep no record of a run that changes nothing: for the schedule */
  silentWhenEmpty?: boolean;
}

export interface SyncDone {
  syncId: string;
  outcome: SyncOutcome | 'nothing';
}

/**
 * Compares a source with the directory and, unless it is a dry run, does what is needed in one transaction. When more
 * would leave than may without a word nothing is done; that is kept as a fact and therefore no exception.
 */
export class SyncDirectory extends Command<SyncDone> {
  constructor(
    readonly offer: Offer,
    readonly order: SyncOrder,
  ) {
    super();
  }
}

@CommandHandler(SyncDirectory)
export class SyncDirectoryHandler implements ICommandHandler<SyncDirectory> {
  constructor(
    private readonly book: DirectoryBook,
    private readonly syncs: DirectorySyncs,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ offer, order }: SyncDirectory): Promise<SyncDone> {
    const { origin, label, complete, dryRun, confirmedLeavers, by } = order;
    const known = await this.book.known();
    const terms = { origin, complete, keep: by ? [by.number] : [] };
    const plan = planSync(known, offer, terms);
    if (order.silentWhenEmpty && isEmpty(plan)) return { syncId: '', outcome: 'nothing' };
    const leavers = countLeavers(known, plan, terms, this.settings.DIRECTORY_LEAVER_PERCENT);
    const start = {
      id: this.ids.uuid(),
      origin,
      complete,
      label,
      startedBy: by?.id ?? null,
      startedByName: by?.name ?? '',
    };
    const now = this.clock.now();
    const sync = DirectorySync.begin(start, now);
    const outcome = dryRun ? 'previewed' : needsConfirmation(leavers, confirmedLeavers) ? 'refused' : 'applied';
    if (outcome === 'applied') sync.apply(plan, leavers, await this.book.apply(plan, now));
    else sync.leave(outcome, plan, leavers);
    this.syncs.add(sync);
    await this.book.keepLines(sync.id, linesOf(plan));
    return { syncId: sync.id, outcome };
  }
}
