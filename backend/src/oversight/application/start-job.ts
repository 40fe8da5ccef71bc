import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { Journal } from './journal.js';
import { KnownJobs } from './known-jobs.js';

/** Notes who starts a job out of its turn. The job itself runs afterwards, in transactions of its own. */
export class StartJob extends Command<void> {
  constructor(readonly name: string) {
    super();
  }
}

@CommandHandler(StartJob)
export class StartJobHandler implements ICommandHandler<StartJob> {
  constructor(
    private readonly jobs: KnownJobs,
    private readonly journal: Journal,
  ) {}

  async execute({ name }: StartJob): Promise<void> {
    if (!this.jobs.mayRun(name)) throw new DomainError('job.not-found');
    await this.journal.record('job.started', { kind: 'job', id: name }, {});
  }
}
