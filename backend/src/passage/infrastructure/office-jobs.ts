import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CloseForgotten } from '../application/close-forgotten.js';
import { ReportLatePapers } from '../application/report-late-papers.js';

/** What nobody did in time comes to the office, or to its end. */
@Injectable()
export class OfficeJobs {
  constructor(jobs: Jobs, commands: CommandBus) {
    jobs.every(60, 'late-papers', async () => {
      while ((await commands.execute(new ReportLatePapers())) > 0);
    });
    jobs.every(300, 'close-forgotten', async () => {
      while ((await commands.execute(new CloseForgotten())) > 0);
    });
  }
}
