import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Jobs } from '../../platform/jobs/jobs.js';
import { EraseGuestLists } from '../application/erase-guest-lists.js';

/** Once an hour, names and links of old lists are erased. */
@Injectable()
export class GuestListErasure {
  constructor(jobs: Jobs, commands: CommandBus) {
    jobs.every(3600, 'guest-list-erasure', async () => {
      while ((await commands.execute(new EraseGuestLists())) > 0);
    });
  }
}
