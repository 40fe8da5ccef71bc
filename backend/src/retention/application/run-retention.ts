import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type RetentionKind, type RetentionRun } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { EndKeeping } from './end-keeping.js';
import { NoteRun } from './note-run.js';
import { RetentionReport } from './retention-report.js';

const BATCH = 200;
/** Batches of one kind in one run, so that a first run over years of data lets others work. */
const MOST_BATCHES = 100;

/** Ends everything whose time is over, in small transactions. No command itself: each batch is one. */
@Injectable()
export class RunRetention {
  constructor(
    private readonly report: RetentionReport,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param by who asked for it: a name, or the system */
  async run(by: string): Promise<RetentionRun> {
    const startedAt = this.clock.now().toISOString();
    const counts: Partial<Record<RetentionKind, number>> = {};
    let isComplete = true;
    for (const { kind, before } of await this.report.cutoffs()) {
      const [ended, isDone] = await this.end(kind, before);
      if (ended > 0) counts[kind] = ended;
      isComplete &&= isDone;
    }
    const run = { id: this.ids.uuid(), startedAt, finishedAt: this.clock.now().toISOString(), by, counts, isComplete };
    await this.commands.execute(new NoteRun(run));
    return run;
  }

  private async end(kind: RetentionKind, before: Date): Promise<[ended: number, isDone: boolean]> {
    let ended = 0;
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const now = await this.commands.execute(new EndKeeping(kind, before, BATCH));
      ended += now;
      if (now === 0) return [ended, true];
    }
    return [ended, false];
  }
}
