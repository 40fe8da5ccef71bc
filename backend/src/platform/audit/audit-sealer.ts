import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Database } from '../database/database.js';

/** Key of the advisory lock that makes the sealer one at a time, in whichever process. */
const SEALER_LOCK = 4_720_003;
const BATCH = 2_000;
/** how far a turn looks back behind the one before it, and how far once a minute */
const NEAR = '2 seconds';
const FAR = '15 minutes';
const LOOK_FAR_EVERY_MS = 60_000;

/**
 * Links committed entries into the chain, oldest first.
 *
 * It must not remember "the last entry I saw": a slow transaction may insert an entry early and commit it late, behind
 * entries that are sealed already. So each turn takes every entry of the last quarter of an hour that has no seal (an
 * anti-join over the index on `inserted_at`), and a sweep without that limit runs at the start of a process and before
 * each checkpoint, for whatever committed even later or while nobody was sealing. A late entry is linked at the end of
 * the chain: its place tells when it became visible, `at` and `inserted_at` when it happened and was written.
 */
@Injectable()
export class AuditSealer {
  private lookedFarAt = -Infinity;
  /** when the last turn began, by the database's clock */
  private lastTurn: string | null = null;

  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {}

  /** Seals what was written lately. Answers how many entries; 0 also while another process seals. */
  async sealRecent(): Promise<number> {
    const looksFar = performance.now() - this.lookedFarAt >= LOOK_FAR_EVERY_MS;
    const since = looksFar ? null : this.lastTurn;
    let began: string | null = null;
    const sealed = await this.turns(async () => {
      const turn = await this.database.first(
        sql<{
          mine: boolean;
          now: string;
        }>`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as mine, now()::text as now`,
      );
      if (!turn?.mine) return 0;
      began ??= turn.now;
      return this.seal(since ? sql`${since}::timestamptz - ${NEAR}::interval` : sql`now() - ${FAR}::interval`);
    });
    if (looksFar && began) this.lookedFarAt = performance.now();
    this.lastTurn = began ?? this.lastTurn;
    return sealed;
  }

  /** Seals everything unsealed, however old; waits for its turn. */
  async sweep(): Promise<number> {
    return this.turns(async () => {
      await this.database.run(sql`select pg_advisory_xact_lock(${SEALER_LOCK})`);
      await this.database.run(sql`set local statement_timeout = 0`);
      return this.seal(sql`null`);
    });
  }

  private async turns(turn: () => Promise<number>): Promise<number> {
    for (let sealed = 0; ;) {
      const linked = await this.em.fork().transactional(turn);
      sealed += linked;
      if (linked < BATCH) return sealed;
    }
  }

  /** The links themselves are made where the entries lie, by `gatehouse_seal_audit`. */
  private async seal(since: RawBuilder<unknown>): Promise<number> {
    const row = await this.database.first(
      sql<{ sealed: number }>`select gatehouse_seal_audit(${since}, ${BATCH}) as sealed`,
    );
    return row?.sealed ?? 0;
  }
}
