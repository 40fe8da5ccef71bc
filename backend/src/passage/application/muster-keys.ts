/** Keys under which muster lists lie in gate bundles: one for each campus and campus day. */
export abstract class MusterKeys {
  /** Id and key of the list of this moment; 32 bytes. */
  abstract at(campusId: string, moment: Date): Promise<{ id: string; key: Uint8Array }>;
}
