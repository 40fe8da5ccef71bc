import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { PhotoErased } from '../domain/events.js';
import { PhotoBook } from './photos.js';
import { PhotoStore } from './photo-store.js';

/** After the commit: a command that fails must not have removed a file. Tried again until it works. */
@EventsHandler(PhotoErased)
export class RemoveFileWhenPhotoErased implements IEventHandler<PhotoErased> {
  constructor(
    private readonly book: PhotoBook,
    private readonly store: PhotoStore,
  ) {}

  async handle({ photoId }: PhotoErased): Promise<void> {
    const photo = await this.book.withId(photoId);
    if (photo) await this.store.remove(photo.file);
  }
}
