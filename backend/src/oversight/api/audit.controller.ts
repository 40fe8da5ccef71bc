import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type AuditRow, type Page } from '@gatehouse/contract';
import { campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { AuditExport } from '../../platform/audit/audit-export.js';
import { type CheckpointFile } from '../../platform/audit/checkpoint.js';
import { Checkpoints } from '../../platform/audit/checkpoints.js';
import { Permission, Staff, type StaffPrincipal, requireUnbound } from '../../platform/http/access.js';
import { AnnounceAuditExport } from '../application/announce-audit-export.js';
import { AnnounceCheckpoint } from '../application/announce-checkpoint.js';
import { AuditTrailQuery } from '../application/audit-trail.query.js';
import { AuditExportQueryDto, AuditFilterDto } from './audit.dto.js';

const JSON_LINES = 'application/x-ndjson';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly commands: CommandBus,
    private readonly trail: AuditTrailQuery,
    private readonly audit: AuditExport,
    private readonly checkpoints: Checkpoints,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Permission('audit.read')
  list(@Query() filter: AuditFilterDto, @Staff() staff: StaffPrincipal): Promise<Page<AuditRow>> {
    return this.trail.page(filter, staff.campusIds);
  }

  /** The sealed audit as JSON lines, for `audit:verify`. Only for auditors of the whole installation. */
  @Get('export')
  @ApiProduces(JSON_LINES)
  @Permission('audit.read')
  async export(@Query() { from }: AuditExportQueryDto, @Staff() staff: StaffPrincipal): Promise<StreamableFile> {
    requireUnbound(staff);
    await this.commands.execute(new AnnounceAuditExport(from));
    return new StreamableFile(Readable.from(this.audit.lines(from)), {
      type: JSON_LINES,
      disposition: `attachment; filename="audit-${campusDay(this.clock.now())}.jsonl"`,
    });
  }

  /** Signs the end of the chain now. Keep the answer on another machine: it proves everything before it. */
  @Post('checkpoints')
  @HttpCode(200)
  @Permission('audit.read')
  async checkpoint(@Staff() staff: StaffPrincipal): Promise<CheckpointFile> {
    requireUnbound(staff);
    await this.commands.execute(new AnnounceCheckpoint());
    const file = await this.checkpoints.make();
    if (!file) throw new DomainError('request.not-found');
    return file;
  }

  /** All checkpoints so far, oldest first. */
  @Get('checkpoints')
  @Permission('audit.read')
  all(): Promise<CheckpointFile[]> {
    return this.checkpoints.all();
  }
}
