import { Injectable } from '@nestjs/common';
import { RETENTION_KINDS, type RetentionKind, type RetentionTerm, type RetentionView } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { bounds, type Days, daysOf } from '../domain/retention-terms.js';
import { KeptData } from './kept-data.js';
import { RetentionBook } from './retention-book.js';

const HOUR_MS = 3_600_000;

export type Cutoff = Pick<RetentionTerm, 'kind' | 'setBy' | 'hours'> & { before: Date };

/** What a run would end now: counts and dates by kind, nothing of anybody. */
@Injectable()
export class RetentionReport {
  constructor(
    private readonly data: KeptData,
    private readonly book: RetentionBook,
    private readonly clock: Clock,
  ) {}

  async view(): Promise<RetentionView> {
    const { version, days } = await this.book.days();
    const terms: RetentionTerm[] = [];
    for (const cutoff of await this.cutoffsOf(days)) terms.push(await this.term(cutoff));
    return { version, terms, ...(await this.book.history()) };
  }

  /** Every kind with the moment before which it has to end. */
  async cutoffs(): Promise<Cutoff[]> {
    return this.cutoffsOf((await this.book.days()).days);
  }

  private async cutoffsOf(set: Days): Promise<Cutoff[]> {
    const [days, now] = [daysOf(set), this.clock.now().getTime()];
    return Promise.all(
      RETENTION_KINDS.map(async (kind) => {
        const { setBy, hours } = await this.hoursOf(kind, days);
        return { kind, setBy, hours, before: new Date(now - hours * HOUR_MS) };
      }),
    );
  }

  private async hoursOf(kind: RetentionKind, days: Days): Promise<Pick<RetentionTerm, 'setBy' | 'hours'>> {
    return (await this.data.ownTerm(kind)) ?? { setBy: 'retention', hours: (days[kind] ?? 0) * 24 };
  }

  private async term({ kind, setBy, hours, before }: Cutoff): Promise<RetentionTerm> {
    const { count, oldest, newest } = await this.data.due(kind, before);
    const { usual, least, most } = bounds[kind] ?? { usual: 0, least: 0, most: 0 };
    const instants = { oldest: oldest?.toISOString() ?? null, newest: newest?.toISOString() ?? null };
    return { kind, hours, setBy, usual, least, most, due: count, ...instants };
  }
}
