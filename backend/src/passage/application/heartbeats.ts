import { type HeartbeatAnswer, type HeartbeatInput } from '@gatehouse/contract';

/** Devices saying that they live. No command: nothing of it is worth an audit entry every minute. */
export abstract class Heartbeats {
  abstract record(device: { id: string; campusId: string }, beat: HeartbeatInput): Promise<HeartbeatAnswer>;
}
