export type Attachment = { kind: 'face'; personIndex: number } | { kind: 'document'; key: string };

/** Writes down who looked at what. */
export abstract class ViewedAttachments {
  abstract record(visitId: string, campusId: string, attachment: Attachment): Promise<void>;
}
