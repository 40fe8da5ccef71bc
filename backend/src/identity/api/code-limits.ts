import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimits } from '../../platform/http/rate-limits.js';

const HOUR = 3600;
/** Generous, because many phones share one address of their network; the limits per number are the narrow ones. */
const sending = { name: 'code-sending-address', points: 60, seconds: HOUR };
const trying = { name: 'code-trying-address', points: 120, seconds: HOUR };

/** What one network address may do with one-time codes, whatever numbers it names. */
@Injectable()
export class CodeLimits {
  constructor(private readonly limits: RateLimits) {}

  spendOnSending(address: string): Promise<void> {
    return this.limits.spend(sending, digest(address), 'auth.code-too-many');
  }

  spendOnTrying(address: string): Promise<void> {
    return this.limits.spend(trying, digest(address));
  }
}

const digest = (value: string): string => createHash('sha256').update(value).digest('hex');
