import { type BatchItem, type BatchResult, type IncidentKind, type Outcome } from '@gatehouse/contract';
import { type AskingDevice } from './gate-desk.js';

/** What became of one fact from a gate without network, and what the office must look at. */
export interface Taken {
  result: Omit<BatchResult, 'incident' | 'nonce' | 'outcome'>;
  passId: string | null;
  visitId: string | null;
  suspicions: { kind: IncidentKind; passageIds: string[]; claims?: Record<string, Outcome> }[];
}

/** Takes facts from gates that had no network. Facts first: whatever happened is stored. */
export abstract class OfflineDesk {
  /** Within the running command. @param skewMs device clock minus server clock, as measured with this request */
  abstract take(device: AskingDevice, item: BatchItem, skewMs: number): Promise<Taken>;
}
