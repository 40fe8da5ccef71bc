import { type MusterTick } from '@gatehouse/contract';

/** The place and the day of a counting, and what of it somebody may see. */
export interface Counting {
  campusId: string;
  /** null = visitors of every unit */
  unitIds: string[] | null;
}

/** Who answered at the assembly point today: one list for everybody who counts. */
export abstract class RollCall {
  abstract met(counting: Counting): Promise<MusterTick[]>;
  /** False when this pass is not of the campus, or nobody's who may be seen. Who was ticked first stays. */
  abstract tick(counting: Counting, passId: string, by: string): Promise<boolean>;
  abstract untick(counting: Counting, passId: string): Promise<boolean>;
  /** Answers how many ticks were taken back. */
  abstract clear(counting: Counting): Promise<number>;
}
