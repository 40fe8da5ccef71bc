import { type PolicySettings } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { refusesSuspendedHosts } from '../../../policy/public.js';
import { HotTransactions } from './hot-transactions.js';
import { type LockedPass } from './known-passes.js';

// A view that visit owns.
const suspended = `select visit_id from visit_of_suspended_host where visit_id = any($1::uuid[]) and suspended_until > $2`;

/** Knows whose host is suspended. Asked for every batch where the policy turns such visitors away, and else for none. */
@Injectable()
export class SuspendedHosts {
  constructor(private readonly transactions: HotTransactions) {}

  async note(passes: Iterable<LockedPass>, settings: PolicySettings, now: Date): Promise<void> {
    if (!refusesSuspendedHosts(settings)) return;
    const known = [...passes];
    if (known.length === 0) return;
    const ids = known.map(({ visitId }) => visitId);
    const rows = await this.transactions.read<{ visit_id: string }>(suspended, [ids, now]);
    const refused = new Set(rows.map(({ visit_id }) => visit_id));
    for (const pass of known) pass.hostSuspended = refused.has(pass.visitId);
  }
}
