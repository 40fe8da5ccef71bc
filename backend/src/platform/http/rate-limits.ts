import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../kernel/domain-error.js';
import { type ErrorCode } from '@gatehouse/contract';
import { HotPool } from '../database/database.module.js';

/** What a limit may remember of a number that somebody typed. */
export const fingerprint = (typed: string): string =>
  createHash('sha256').update(typed.replace(/\D/g, '').slice(-11)).digest('base64url');

/** A budget: so many points within so many seconds. */
export interface Budget {
  name: string;
  points: number;
  seconds: number;
}

/** Limits on everything a stranger can call, counted in PostgreSQL so that all processes share one count. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly pool: HotPool) {}

  /** Takes one point from the budget of `key` (hashed or random, never a number in clear); throws when it is used up. */
  async spend(budget: Budget, key: string, code: ErrorCode = 'request.too-many'): Promise<void> {
    try {
      await this.limiter(budget).consume(key);
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      throw new DomainError(code, { retryAfter: Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000) });
    }
  }

  /** Counts what was done under another limit against this budget too; never refuses. */
  async note(budget: Budget, key: string, points: number): Promise<void> {
    await this.limiter(budget).penalty(key, points);
  }

  /** Gives a point back: for budgets that only count what failed. Taken first, so that tries side by side are counted too. */
  async giveBack(budget: Budget, key: string): Promise<void> {
    await this.limiter(budget).reward(key, 1);
  }

  private limiter(budget: Budget): RateLimiterPostgres {
    const known = this.limiters.get(budget.name);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      storeClient: this.pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: budget.name,
      points: budget.points,
      duration: budget.seconds,
    });
    this.limiters.set(budget.name, limiter);
    return limiter;
  }
}
