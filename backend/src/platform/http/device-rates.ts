import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';

/** So many at once, and then so many a second. */
export interface Rate {
  name: string;
  burst: number;
  perSecond: number;
}

interface Bucket {
  points: number;
  filledAt: number;
}

/**
 * Limits for callers who have proven who they are and ask many times a second, such as gate devices: one that runs wild
 * must not starve the others. Counted in this process: a look into the database would cost as much as a verdict.
 */
@Injectable()
export class DeviceRates {
  private readonly buckets = new Map<string, Bucket>();

  /** Takes one point from what `id` has left; throws `request.too-many` with the seconds to wait. */
  spend({ name, burst, perSecond }: Rate, id: string): void {
    const now = performance.now();
    const key = name + id;
    const bucket = this.buckets.get(key);
    if (!bucket) {
      this.buckets.set(key, { points: burst - 1, filledAt: now });
      return;
    }
    bucket.points = Math.min(burst, bucket.points + ((now - bucket.filledAt) / 1000) * perSecond);
    bucket.filledAt = now;
    if (bucket.points < 1) throw new DomainError('request.too-many', { retryAfter: (1 - bucket.points) / perSecond });
    bucket.points -= 1;
  }
}
