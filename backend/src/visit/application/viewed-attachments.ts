import { type Attachment } from './view-attachment.js';

/** Writes down who looked at what. */
export abstract class ViewedAttachments {
  abstract record(visitId: string, campusId: string, attachment: Attachment): Promise<void>;
}
