import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { EXPORT_NEEDS, type ExportList, type ExportRow } from '@gatehouse/contract';
import { campusDay } from '../../kernel/campus-time.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal, within } from '../../platform/http/access.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { currentScope } from '../../platform/scope.js';
import { CancelExport } from '../application/cancel-export.js';
import { DownloadExport } from '../application/download-export.js';
import { ExportFiles } from '../infrastructure/exports/export-files.js';
import { RequestExport } from '../application/request-export.js';
import { ExportRows } from '../infrastructure/exports/export-rows.js';
import { ExportWorker } from '../infrastructure/exports/export-worker.js';
import { titleOf } from '../infrastructure/exports/titles.js';
import { RequestExportDto } from './exports.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const EXPORTS = { name: 'exports', points: 60, seconds: 3600 };

/** Lists and reports as Excel files, made by jobs. Everybody sees and fetches own ones only. */
@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly exports: ExportRows,
    private readonly worker: ExportWorker,
    private readonly files: ExportFiles,
    private readonly limits: RateLimits,
  ) {}

  /** Own exports, newest first. */
  @Get()
  @Permission('passage.export')
  latest(@Staff() { id }: StaffPrincipal): Promise<ExportRow[]> {
    return this.exports.latest(id);
  }

  /** Puts an export into the queue; a short one is done within a second. */
  @Post()
  @Permission('passage.export')
  async request(@Body() input: RequestExportDto, @Staff() staff: StaffPrincipal): Promise<ExportRow> {
    return this.ask(input, staff);
  }

  @Get(':id')
  @Permission('passage.export')
  one(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<ExportRow> {
    return this.exports.one(staff.id, id);
  }

  /** The same once more, for the same reason, with what may be seen today. */
  @Post(':id/again')
  @Permission('passage.export')
  async again(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<ExportRow> {
    return this.ask(await this.exports.job(staff.id, id), staff);
  }

  @Post(':id/cancellation')
  @HttpCode(204)
  @Permission('passage.export')
  cancel(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    return this.commands.execute(new CancelExport(staff.id, id));
  }

  /** The file. Every download is noted in the audit. */
  @Get(':id/file')
  @ApiProduces(XLSX)
  @Permission('passage.export')
  async file(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<StreamableFile> {
    const asked = await this.exports.job(staff.id, id);
    const { campusIds, unitIds } = requireList(staff, asked.list, asked.isFull);
    const { job, key } = await this.commands.execute(new DownloadExport(staff, id, { campusIds, unitIds }));
    const stream = await this.files.read(id, key);
    if (!stream) throw new DomainError('export.not-ready');
    const day = campusDay(job.finishedAt ?? job.requestedAt);
    const name = encodeURIComponent(`${titleOf(job)}-${day}.xlsx`);
    return new StreamableFile(stream, {
      type: XLSX,
      disposition: `attachment; filename="${job.list}-${day}.xlsx"; filename*=UTF-8''${name}`,
      ...(job.bytes !== null && { length: job.bytes }),
    });
  }

  private async ask(input: RequestExportDto, staff: StaffPrincipal): Promise<ExportRow> {
    const { list, filter, reason, isFull } = input;
    const { campusIds, unitIds } = requireList(staff, list, isFull);
    await this.limits.spend(EXPORTS, staff.id);
    const asked = {
      staff: { id: staff.id, name: staff.name, number: staff.number },
      scope: { campusIds, unitIds },
      list,
      filter,
      reason,
      isFull,
      locale: currentScope().locale,
    };
    const id = await this.commands.execute(new RequestExport(asked));
    this.worker.look();
    return this.exports.one(staff.id, id);
  }
}

/** The bounds within which this person reads the list. Throws when he may not, or not in full. */
function requireList(staff: StaffPrincipal, list: ExportList, isFull: boolean): StaffPrincipal {
  const needed = EXPORT_NEEDS[list];
  if (!staff.permissions.includes(needed)) throw new DomainError('auth.not-permitted');
  if (isFull && !staff.permissions.includes('person.reveal')) throw new DomainError('auth.not-permitted');
  return within(staff, needed);
}
