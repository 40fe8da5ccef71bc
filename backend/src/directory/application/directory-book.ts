import { type Touched } from '../domain/directory-sync.js';
import { type KnownDirectory } from '../domain/known.js';
import { type SyncLine } from '../domain/sync-lines.js';
import { type SyncPlan } from '../domain/sync-plan.js';

/** Units and staff as a whole, for syncing. */
export abstract class DirectoryBook {
  /** One sync at a time: waits for another to end, then reads. */
  abstract known(): Promise<KnownDirectory>;
  /** Carries a plan out and answers the ids of those it touched. */
  abstract apply(plan: SyncPlan, now: Date): Promise<Touched>;
  abstract keepLines(syncId: string, lines: readonly SyncLine[]): Promise<void>;
}
