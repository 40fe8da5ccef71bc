import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type RetentionRun, type RetentionView } from '@gatehouse/contract';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { RetentionReport } from '../application/retention-report.js';
import { RunRetention } from '../application/run-retention.js';
import { SetTerms } from '../application/set-terms.js';
import { SetRetentionDto } from './retention.dto.js';

/** How long data of people are kept, and what would go. Counts only. */
@ApiTags('retention')
@Controller('retention')
export class RetentionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly report: RetentionReport,
    private readonly retention: RunRetention,
  ) {}

  @Get()
  @Permission('retention.read')
  show(): Promise<RetentionView> {
    return this.report.view();
  }

  @Post()
  @HttpCode(200)
  @Permission('retention.write')
  async set(@Body() input: SetRetentionDto, @Staff() staff: StaffPrincipal): Promise<RetentionView> {
    requireUnbound(staff);
    await this.commands.execute(new SetTerms(input, staff.name));
    return this.report.view();
  }

  /** Does at once what the job does every hour. */
  @Post('runs')
  @HttpCode(200)
  @Permission('retention.write')
  run(@Staff() staff: StaffPrincipal): Promise<RetentionRun> {
    requireUnbound(staff);
    return this.retention.run(staff.name);
  }
}
