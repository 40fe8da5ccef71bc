import { type IncidentKind } from '@gatehouse/contract';
import { type Incident } from '../domain/incident.js';

export abstract class Incidents {
  abstract add(incident: Incident): void;
  abstract withId(id: string): Promise<Incident>;
  /** The one about the papers of this emergency, closed or not. */
  abstract ofEmergency(emergencyId: string): Promise<Incident | null>;
  /** The one of this kind that is about any of these passages, closed or not. */
  abstract about(kind: IncidentKind, passageIds: string[]): Promise<Incident | null>;
}
