import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { DirectorySource, type SourceReading, SourceState } from './directory-source.js';
import { NoteFailedSync } from './note-failed-sync.js';
import { OfferReading } from './offer-reading.js';
import { SyncDirectory, type SyncDone, type SyncStarter } from './sync-directory.js';

const DAY = 24 * 3_600_000;

export interface ServerSyncOrder {
  dryRun: boolean;
  confirmedLeavers: number | null;
  by: SyncStarter;
}

/** Brings the directory in line with the directory server. The network is asked before the transaction begins. */
@Injectable()
export class ServerSync {
  constructor(
    private readonly source: DirectorySource,
    private readonly state: SourceState,
    private readonly reading: OfferReading,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  /** Looks through everything, so that whoever is missing is seen. */
  sweep(order: ServerSyncOrder): Promise<SyncDone> {
    return this.run(order, null);
  }

  /** What has changed since the last time; once a day everything, since a server does not tell whom it forgot. */
  async bySchedule(): Promise<SyncDone> {
    const { readUpTo, sweptAt } = await this.state.marks();
    const isDue = !sweptAt || this.clock.now().getTime() - sweptAt.getTime() >= DAY;
    return this.run({ dryRun: false, confirmedLeavers: null, by: null }, isDue ? null : readUpTo);
  }

  private async run({ dryRun, confirmedLeavers, by }: ServerSyncOrder, since: string | null): Promise<SyncDone> {
    const label = this.source.address;
    if (!label) throw new DomainError('directory.source-not-configured');
    const marks = await this.state.marks();
    const { sheets, upTo } = await this.read(label, since, by);
    const complete = since === null;
    const order = { origin: 'ldap' as const, label, complete, dryRun, confirmedLeavers, by, silentWhenEmpty: !by };
    const done = await this.commands.execute(new SyncDirectory(await this.reading.of(sheets), order));
    if (done.outcome === 'applied' || done.outcome === 'nothing')
      await this.state.keep({
        readUpTo: upTo ?? marks.readUpTo,
        sweptAt: complete ? this.clock.now() : marks.sweptAt,
      });
    return done;
  }

  private async read(label: string, since: string | null, by: SyncStarter): Promise<SourceReading> {
    try {
      return await this.source.read(since);
    } catch (error) {
      // The name alone: a message may quote the account.
      const { name = 'unknown', code } = error as { name?: string; code?: unknown };
      await this.commands.execute(new NoteFailedSync(label, typeof code === 'string' ? `${name} ${code}` : name, by));
      throw new DomainError('directory.source-failed');
    }
  }
}
