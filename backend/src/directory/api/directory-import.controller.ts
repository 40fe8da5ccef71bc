import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type SyncReport } from '@gatehouse/contract';
import { type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { readSheet, SHEET_TYPES } from '../../platform/http/sheet-uploads.js';
import { currentScope } from '../../platform/scope.js';
import { OfferReading } from '../application/offer-reading.js';
import { SheetReader } from '../application/sheet-reader.js';
import { SyncDirectory } from '../application/sync-directory.js';
import { SyncRunsQuery } from '../application/sync-runs.query.js';
import { templateOf } from '../infrastructure/sheet-template.js';
import { ImportQueryDto, TemplateDto } from './directory-sync.dto.js';
import { fileAnswer } from '../../platform/sheets/file-answer.js';

const MOST_BYTES = 10 * 1024 * 1024;

@ApiTags('directory')
@Controller('directory')
export class DirectoryImportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: SheetReader,
    private readonly reading: OfferReading,
    private readonly runs: SyncRunsQuery,
  ) {}

  /** Units or staff from a sheet: what it would do, or does. The body is the file itself. */
  @Post('imports')
  @HttpCode(200)
  @ApiConsumes(...SHEET_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Permission('directory.write')
  async import(
    @Query() { name, complete, dryRun, confirmedLeavers = undefined }: ImportQueryDto,
    @Req() request: FastifyRequest,
    @Staff() staff: StaffPrincipal,
  ): Promise<SyncReport> {
    requireUnbound(staff);
    const offer = await this.reading.of(await this.reader.read(await readSheet(request, MOST_BYTES)));
    const by = { id: staff.id, number: staff.number, name: staff.name };
    const order = {
      origin: 'file' as const,
      label: name,
      complete,
      dryRun,
      confirmedLeavers: confirmedLeavers ?? null,
      by,
    };
    const { syncId, outcome } = await this.commands.execute(new SyncDirectory(offer, order));
    if (outcome === 'refused') throw new DomainError('directory.too-many-leave');
    return this.runs.report(syncId);
  }

  /** An empty sheet with the right header and one example. */
  @Get('template')
  @Permission('directory.read')
  async template(@Query() { part, form }: TemplateDto): Promise<StreamableFile> {
    const { locale } = currentScope();
    const zh = part === 'unit' ? '单位模板' : '人员模板';
    return fileAnswer(await templateOf(part, form, locale), `${part}-template.${form}`, `${zh}.${form}`, locale);
  }
}
