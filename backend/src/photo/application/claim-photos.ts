import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PhotoKind } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { PhotoBook } from './photos.js';
import { PhotoSeal } from './photo-seal.js';

/** One upload that becomes part of a visit. */
export interface PhotoClaim {
  id: string;
  token: string;
  kind: PhotoKind;
  personIndex: number;
  personKeyId: string;
  documentKey: string | null;
  /** where it stands in the form, for the message under the field */
  path: string;
}

/** An application takes its uploads. Fails, naming the fields, when one is not there for this form. */
export class ClaimPhotos extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly claims: PhotoClaim[],
  ) {
    super();
  }
}

@CommandHandler(ClaimPhotos)
export class ClaimPhotosHandler implements ICommandHandler<ClaimPhotos> {
  constructor(
    private readonly book: PhotoBook,
    private readonly sealer: PhotoSeal,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, claims }: ClaimPhotos): Promise<void> {
    const gone: string[] = [];
    for (const claim of claims) if (!(await this.claim(visitId, claim))) gone.push(claim.path);
    if (gone.length === 0) return;
    const code = 'photo.upload-gone';
    throw new DomainError('request.invalid', {}, gone.map((path) => ({ path, code }))); // prettier-ignore
  }

  private async claim(visitId: string, { id, token, kind, ...owner }: PhotoClaim): Promise<boolean> {
    const now = this.clock.now();
    const photo = await this.book.withId(id);
    if (!photo?.isFor(kind, this.sealer.hashOf(token), now)) return false;
    const fileKey = await this.sealer.forPerson(id, photo.wrappedKey(), owner.personKeyId);
    photo.giveTo({ ...owner, visitId, fileKey }, now);
    return true;
  }
}
