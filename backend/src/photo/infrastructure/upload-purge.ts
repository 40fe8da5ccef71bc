import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Jobs } from '../../platform/jobs/jobs.js';
import { PurgeUploads } from '../application/purge-uploads.js';

/** Every ten minutes, uploads whose form was never sent go. */
@Injectable()
export class UploadPurge {
  constructor(jobs: Jobs, commands: CommandBus) {
    jobs.every(600, 'upload-purge', async () => {
      while ((await commands.execute(new PurgeUploads())) > 0);
    });
  }
}
