export interface Annuller {
  name: string;
  /** null for the office */
  deviceId: string | null;
  /** may annul what is older than a quarter of an hour, and what another device saw */
  isSupervisor: boolean;
  /** what his clock shows */
  at: Date;
}

export interface Annulled {
  /** it was annulled before */
  duplicate: boolean;
}

/** Takes admitted passages back, together with what they said of the holder's whereabouts. */
export abstract class Annulments {
  /** Within the running command. `campusIds` bounds where; null = everywhere. */
  abstract of(passageId: string, campusIds: string[] | null, who: Annuller, reason: string): Promise<Annulled>;
}
