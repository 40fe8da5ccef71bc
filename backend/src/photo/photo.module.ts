import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module.js';
import { PhotosController } from './api/photos.controller.js';
import { ClaimPhotosHandler } from './application/claim-photos.js';
import { ErasePhotosHandler } from './application/erase-photos.js';
import { PhotoBook } from './application/photos.js';
import { PhotoSeal } from './application/photo-seal.js';
import { PhotoStore } from './application/photo-store.js';
import { FaceDetector, Pictures } from './application/pictures.js';
import { PurgeUploadsHandler } from './application/purge-uploads.js';
import { RemoveFileWhenPhotoErased } from './application/remove-erased-file.js';
import { StorePhotoHandler } from './application/store-photo.js';
import { StorageHealth } from './infrastructure/storage-health.js';
import { LocalPhotoStore } from './infrastructure/local-photo-store.js';
import { MikroPhotoBook } from './infrastructure/mikro-photo-book.js';
import { NoFaceDetector } from './infrastructure/no-face-detector.js';
import { SharpPictures } from './infrastructure/sharp-pictures.js';
import { StoredPhotos } from './infrastructure/stored-photos.js';
import { PhotoKeys } from './infrastructure/photo-keys.js';
import { UploadKeeping } from './infrastructure/upload-keeping.js';
import { UploadPurge } from './infrastructure/upload-purge.js';
import { VaultPhotoSeal } from './infrastructure/vault-photo-seal.js';
import { Photos } from './public.js';

@Module({
  imports: [PolicyModule],
  controllers: [PhotosController],
  providers: [
    StorePhotoHandler,
    ClaimPhotosHandler,
    ErasePhotosHandler,
    PurgeUploadsHandler,
    RemoveFileWhenPhotoErased,
    UploadPurge,
    UploadKeeping,
    StorageHealth,
    PhotoKeys,
    { provide: PhotoBook, useClass: MikroPhotoBook },
    { provide: PhotoStore, useClass: LocalPhotoStore },
    { provide: PhotoSeal, useClass: VaultPhotoSeal },
    { provide: Pictures, useClass: SharpPictures },
    { provide: FaceDetector, useClass: NoFaceDetector },
    { provide: Photos, useClass: StoredPhotos },
  ],
  exports: [Photos],
})
export class PhotoModule {}
