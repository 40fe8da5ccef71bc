import { Injectable } from '@nestjs/common';
import { type RetentionKind } from '@gatehouse/contract';
import { KeptKinds } from '../../platform/retention/kept-kinds.js';
import { type DueData, KeptData } from '../application/kept-data.js';

const nothing: DueData = { count: 0, oldest: null, newest: null };

@Injectable()
export class RegisteredKeptData extends KeptData {
  constructor(private readonly kinds: KeptKinds) {
    super();
  }

  async ownTerm(kind: RetentionKind) {
    const own = this.kinds.named(kind)?.own;
    return own ? { setBy: own.setBy, hours: await own.hours() } : null;
  }

  async due(kind: RetentionKind, before: Date): Promise<DueData> {
    return (await this.kinds.named(kind)?.due(before)) ?? nothing;
  }

  async end(kind: RetentionKind, before: Date, atMost: number, now: Date): Promise<number> {
    return (await this.kinds.named(kind)?.end(before, atMost, now)) ?? 0;
  }
}
