import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { INTEGRATION_KEYS, type IntegrationRow, type IntegrationTest, type JobRow } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { IntegrationsView } from '../application/integrations-view.js';
import { JobsQuery } from '../application/jobs.query.js';
import { KnownJobs } from '../application/known-jobs.js';
import { StartJob } from '../application/start-job.js';
import { StartTest } from '../application/start-test.js';

/** What runs by itself, and what this system depends on outside. Nothing of visitors. */
@ApiTags('operations')
@Controller()
export class OperationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly jobs: JobsQuery,
    private readonly known: KnownJobs,
    private readonly integrations: IntegrationsView,
  ) {}

  @Get('jobs')
  @Permission('job.read')
  list(): Promise<JobRow[]> {
    return this.jobs.rows();
  }

  /** Does a job out of its turn and waits for it. */
  @Post('jobs/:name/runs')
  @HttpCode(200)
  @Permission('job.write')
  async run(@Param('name') name: string, @Staff() staff: StaffPrincipal): Promise<JobRow> {
    requireUnbound(staff);
    await this.commands.execute(new StartJob(name));
    if (!(await this.known.run(name))) throw new DomainError('job.running');
    const row = (await this.jobs.rows()).find((job) => job.name === name);
    if (!row) throw new DomainError('job.not-found');
    return row;
  }

  @Get('integrations')
  @Permission('job.read')
  health(): Promise<IntegrationRow[]> {
    return this.integrations.rows();
  }

  /** Tries an integration out: connects and signs in, sends nothing to anybody. */
  @Post('integrations/:key/tests')
  @HttpCode(200)
  @Permission('job.write')
  async test(@Param('key') key: string, @Staff() staff: StaffPrincipal): Promise<IntegrationTest> {
    requireUnbound(staff);
    const known = INTEGRATION_KEYS.find((one) => one === key);
    if (!known) throw new DomainError('integration.cannot-be-tested');
    await this.commands.execute(new StartTest(known));
    return this.integrations.test(known);
  }
}
