import { type HostStanding } from '../domain/host-standing.js';

/** Where the standing of hosts is kept. */
export abstract class Standings {
  /** A new one, in good standing, for whoever has none yet. */
  abstract of(hostId: string): Promise<HostStanding>;
}
