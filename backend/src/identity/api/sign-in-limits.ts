import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimits } from '../../platform/http/rate-limits.js';

const TEN_MINUTES = 600;
/** Generous, since a whole campus can share one address; they keep one network from filling tables and using up the CPU. */
const budgets = {
  begin: { name: 'sign-in-begin', points: 1200, seconds: TEN_MINUTES },
  complete: { name: 'sign-in-complete', points: 1200, seconds: TEN_MINUTES },
  /** each try costs an argon2 hash; few people have a local account */
  local: { name: 'sign-in-local', points: 20, seconds: TEN_MINUTES },
  setup: { name: 'setup', points: 60, seconds: TEN_MINUTES },
  /** providers tell about all their sign-outs from one address */
  end: { name: 'sign-in-end', points: 6000, seconds: TEN_MINUTES },
};

/** What one network address may do with sign-in. */
@Injectable()
export class SignInLimits {
  constructor(private readonly limits: RateLimits) {}

  spend(what: keyof typeof budgets, address: string): Promise<void> {
    return this.limits.spend(budgets[what], createHash('sha256').update(address).digest('hex'));
  }
}
