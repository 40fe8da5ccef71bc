/** The recurring work of this system. */
export abstract class KnownJobs {
  abstract all(): { name: string; seconds: number }[];
  /** Work that has a button and a permission of its own elsewhere is not started from the list. */
  abstract mayRun(name: string): boolean;
  /** False when another process is just doing it. */
  abstract run(name: string): Promise<boolean>;
}
