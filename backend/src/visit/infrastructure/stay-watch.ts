import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Jobs } from '../../platform/jobs/jobs.js';
import { WatchStays } from '../application/watch-stays.js';

/** Once a minute: is somebody inside whose visit ends, or ended? */
@Injectable()
export class StayWatch {
  constructor(jobs: Jobs, commands: CommandBus) {
    jobs.every(60, 'stay-watch', async () => {
      while ((await commands.execute(new WatchStays())) > 0);
    });
  }
}
