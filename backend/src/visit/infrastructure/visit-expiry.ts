import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ExpireVisits } from '../application/expire-visits.js';

/** Once a minute, visits whose period is over come to their end. */
@Injectable()
export class VisitExpiry {
  constructor(jobs: Jobs, commands: CommandBus) {
    jobs.every(60, 'visit-expiry', async () => {
      while ((await commands.execute(new ExpireVisits())) > 0);
    });
  }
}
