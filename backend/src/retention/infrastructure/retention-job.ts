import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { RunRetention } from '../application/run-retention.js';

/** Every hour, what is over its time goes. */
@Injectable()
export class RetentionJob {
  constructor(jobs: Jobs, retention: RunRetention) {
    jobs.every(3600, 'retention', () => retention.run('system'));
  }
}
