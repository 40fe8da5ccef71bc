import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PhotoKind, UPLOAD_LIMITS, type UploadedPhoto } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Rules } from '../../policy/public.js';
import { type MediaType, mediaTypeOf } from '../domain/media-type.js';
import { Photo } from '../domain/photo.js';
import { pictureProblem } from '../domain/picture-quality.js';
import { PhotoBook } from './photos.js';
import { PhotoSeal } from './photo-seal.js';
import { PhotoStore } from './photo-store.js';
import { FaceDetector, Pictures } from './pictures.js';

/** Somebody filling in a form uploads a face photo or a document. */
export class StorePhoto extends Command<UploadedPhoto> {
  constructor(
    readonly kind: PhotoKind,
    readonly bytes: Uint8Array,
  ) {
    super();
  }
}

@CommandHandler(StorePhoto)
export class StorePhotoHandler implements ICommandHandler<StorePhoto> {
  constructor(
    private readonly book: PhotoBook,
    private readonly store: PhotoStore,
    private readonly sealer: PhotoSeal,
    private readonly pictures: Pictures,
    private readonly faces: FaceDetector,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ kind, bytes }: StorePhoto): Promise<UploadedPhoto> {
    await this.refuseWhatNobodyAskedFor(kind);
    if (bytes.length > UPLOAD_LIMITS[kind]) throw new DomainError('photo.too-large');
    const sent = mediaTypeOf(bytes, kind);
    if (!sent) throw new DomainError('photo.wrong-type');
    const { mediaType, kept } = await this.checked(kind, sent, bytes);

    const [id, file, token] = [this.ids.uuid(), this.sealer.newName(), this.sealer.newToken()];
    const sealed = this.sealer.seal(id, kept);
    await this.store.put(file, sealed.bytes);
    const { hash: sealedHash, fileKey } = sealed;
    const size = sealed.bytes.length;
    const tokenHash = this.sealer.hashOf(token);
    const now = this.clock.now();
    this.book.add(Photo.store({ id, kind, mediaType, size, file, sealedHash, tokenHash, fileKey }, now));
    return { id, token };
  }

  private async refuseWhatNobodyAskedFor(kind: PhotoKind): Promise<void> {
    const { face, purposes } = (await this.rules.current()).settings;
    if (kind === 'face' && !face.enabled) throw new DomainError('photo.off');
    if (kind === 'document' && purposes.every(({ documents }) => documents.length === 0))
      throw new DomainError('photo.not-asked-for');
  }

  /** A PDF is kept as it came: it is only ever handed out as a download. */
  private async checked(
    kind: PhotoKind,
    sent: MediaType,
    bytes: Uint8Array,
  ): Promise<{ mediaType: MediaType; kept: Uint8Array }> {
    if (sent === 'application/pdf') return { mediaType: sent, kept: bytes };
    const picture = await this.pictures.redraw(bytes, kind);
    if (kind === 'face') {
      const problem = pictureProblem(picture.size, picture.grey) ?? (await this.faces.problemIn(picture));
      if (problem) throw new DomainError(problem);
    }
    return { mediaType: 'image/jpeg', kept: picture.bytes };
  }
}
