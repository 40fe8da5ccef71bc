import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Jobs } from '../../platform/jobs/jobs.js';
import { EndPhotoKeeping } from '../application/end-photo-keeping.js';

/** Every ten minutes, photos and documents whose time is over go. */
@Injectable()
export class PhotoKeeping {
  constructor(jobs: Jobs, commands: CommandBus) {
    jobs.every(600, 'photo-keeping', async () => {
      for (const kind of ['face', 'document'] as const) while ((await commands.execute(new EndPhotoKeeping(kind))) > 0);
    });
  }
}
