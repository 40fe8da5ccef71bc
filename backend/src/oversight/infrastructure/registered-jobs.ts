import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { KnownJobs } from '../application/known-jobs.js';

const elsewhere = new Set(['retention', 'directory-sync']);

@Injectable()
export class RegisteredJobs extends KnownJobs {
  constructor(private readonly jobs: Jobs) {
    super();
  }

  all(): { name: string; seconds: number }[] {
    return this.jobs.all();
  }

  mayRun(name: string): boolean {
    return !elsewhere.has(name) && this.all().some((job) => job.name === name);
  }

  run(name: string): Promise<boolean> {
    return this.jobs.runNow(name);
  }
}
