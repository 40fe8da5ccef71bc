import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/settings.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { DirectorySource } from '../application/directory-source.js';
import { ServerSync } from '../application/server-sync.js';

/** Asks the directory server every so often, where there is one. */
@Injectable()
export class DirectoryJobs {
  constructor(jobs: Jobs, source: DirectorySource, sync: ServerSync, settings: Settings) {
    if (source.address) jobs.every(settings.LDAP_SYNC_MINUTES * 60, 'directory-sync', () => sync.bySchedule());
  }
}
