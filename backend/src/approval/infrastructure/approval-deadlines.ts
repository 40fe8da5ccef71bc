import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Jobs } from '../../platform/jobs/jobs.js';
import { AttendToSteps } from '../application/attend-to-steps.js';

/** Once a minute: reminders and escalations of steps that nobody has decided. */
@Injectable()
export class ApprovalDeadlines {
  constructor(jobs: Jobs, commands: CommandBus) {
    jobs.every(60, 'approval-deadlines', async () => {
      while ((await commands.execute(new AttendToSteps())) > 0);
    });
  }
}
