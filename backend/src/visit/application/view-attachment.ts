import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { type OpenedPhoto, Photos } from '../../photo/public.js';
import { AttachmentAccess, type Reader } from './attachment-access.query.js';
import { type Attachment, ViewedAttachments } from './viewed-attachments.js';

/** A member of staff looks at a photo or a document of a visit. A command, because every look is written down. */
export class ViewAttachment extends Command<OpenedPhoto> {
  constructor(
    readonly visitId: string,
    readonly attachment: Attachment,
    readonly reader: Reader,
  ) {
    super();
  }
}

@CommandHandler(ViewAttachment)
export class ViewAttachmentHandler implements ICommandHandler<ViewAttachment> {
  constructor(
    private readonly access: AttachmentAccess,
    private readonly photos: Photos,
    private readonly viewed: ViewedAttachments,
  ) {}

  async execute({ visitId, attachment, reader }: ViewAttachment): Promise<OpenedPhoto> {
    const campusId = await this.access.campusFor(visitId, reader);
    if (!campusId) throw new DomainError('photo.not-found');
    const opened =
      attachment.kind === 'face'
        ? await this.photos.face(visitId, attachment.personIndex)
        : await this.photos.document(visitId, attachment.key);
    if (!opened) throw new DomainError('photo.not-found');
    await this.viewed.record(visitId, campusId, attachment);
    return opened;
  }
}
