import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Database } from '../../platform/database/database.js';
import { KeptKinds } from '../../platform/retention/kept-kinds.js';
import { keptRows } from '../../platform/retention/kept-rows.js';
import { PurgeUploads } from '../application/purge-uploads.js';
import { UPLOAD_HOURS } from '../domain/photo.js';

/** Uploads whose form was never sent, for retention. */
@Injectable()
export class UploadKeeping {
  constructor(kinds: KeptKinds, database: Database, commands: CommandBus) {
    const where = 'kept.claimed_at is null and kept.erased_at is null';
    const uploads = keptRows(database, { table: 'photo', key: 'id', at: 'kept.stored_at', where });
    kinds.add('upload', {
      own: { setBy: 'fixed', hours: () => Promise.resolve(UPLOAD_HOURS) },
      due: (before) => uploads.due(before),
      end: () => commands.execute(new PurgeUploads()),
    });
  }
}
