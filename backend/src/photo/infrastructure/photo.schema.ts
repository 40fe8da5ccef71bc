import { defineEntity, p } from '@mikro-orm/core';
import { type PhotoKind } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { type MediaType } from '../domain/media-type.js';
import { Photo } from '../domain/photo.js';

export const PhotoSchema = defineEntity({
  class: mapped(Photo),
  className: 'Photo',
  tableName: 'photo',
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<PhotoKind>(),
    mediaType: p.text().$type<MediaType>(),
    size: p.integer(),
    file: p.text(),
    sealedHash: p.uint8array(),
    tokenHash: p.uint8array(),
    fileKey: p.uint8array().nullable(),
    storedAt: p.datetime(),
    visitId: p.uuid().nullable(),
    personIndex: p.smallint().nullable(),
    personKeyId: p.uuid().nullable(),
    documentKey: p.text().nullable(),
    claimedAt: p.datetime().nullable(),
    erasedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
