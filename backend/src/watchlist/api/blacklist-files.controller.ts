import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type BlacklistImportReport } from '@gatehouse/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { fieldSentence } from '../../platform/http/field-sentences.js';
import { sendPrivateFile } from '../../platform/http/private-file.js';
import { readSheet, SHEET_TYPES } from '../../platform/http/sheet-uploads.js';
import { UPLOAD_TYPES } from '../../platform/http/upload-bodies.js';
import { currentScope } from '../../platform/scope.js';
import { fileAnswer } from '../../platform/sheets/file-answer.js';
import { AddEvidence } from '../application/add-evidence.js';
import { EntrySheets } from '../application/entry-sheets.js';
import { ImportEntries, type ImportedRow } from '../application/import-entries.js';
import { LookAtEvidence } from '../application/look-at-evidence.js';
import { EntryTemplateDto, EvidenceNameDto, ImportEntriesDto } from './blacklist.dto.js';
import { listerOf } from './lister-of.js';

const MOST_BYTES = 5 * 1024 * 1024;

/** Sheets of entries, and the files that back them. */
@ApiTags('blacklist')
@Controller('blacklist')
export class BlacklistFilesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly sheets: EntrySheets,
  ) {}

  /** Lists the people of a sheet, or only says what would come of it. The body is the file itself. */
  @Post('imports')
  @HttpCode(200)
  @ApiConsumes(...SHEET_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Permission('blacklist.write')
  async import(
    @Query() { apply }: ImportEntriesDto,
    @Req() request: FastifyRequest,
    @Staff() staff: StaffPrincipal,
  ): Promise<BlacklistImportReport> {
    const lister = listerOf(staff);
    const raw = await this.sheets.read(await readSheet(request, MOST_BYTES));
    return reportOf(await this.commands.execute(new ImportEntries(raw, apply, lister)), apply);
  }

  /** An empty sheet with the right header and one example. */
  @Get('template')
  @Permission('blacklist.write')
  async template(@Query() { form }: EntryTemplateDto): Promise<StreamableFile> {
    const { locale } = currentScope();
    return fileAnswer(
      await this.sheets.template(form, locale),
      `blacklist-template.${form}`,
      `黑名单模板.${form}`,
      locale,
    );
  }

  /** Puts a picture or a PDF to an entry. */
  @Post(':id/evidence')
  @ApiConsumes(...UPLOAD_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Permission('blacklist.write')
  async addEvidence(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { name }: EvidenceNameDto,
    @Body() body: unknown,
    @Staff() staff: StaffPrincipal,
  ): Promise<{ id: string }> {
    const lister = listerOf(staff);
    if (!Buffer.isBuffer(body)) throw new DomainError('request.malformed');
    return { id: await this.commands.execute(new AddEvidence(id, { name, bytes: body }, lister)) };
  }

  /** A file of an entry. Every look is written down. */
  @Get(':id/evidence/:file')
  @ApiProduces('image/jpeg', 'image/png', 'application/pdf')
  @Permission('blacklist.read')
  async evidence(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('file', ParseUUIDPipe) file: string,
    @Staff() { campusIds }: StaffPrincipal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrivateFile(reply, await this.commands.execute(new LookAtEvidence(id, file, campusIds)));
  }
}

function reportOf(rows: ImportedRow[], applied: boolean): BlacklistImportReport {
  const { locale } = currentScope();
  const count = (state: ImportedRow['state']): number => rows.filter((row) => row.state === state).length;
  return {
    applied,
    listed: count('new'),
    known: count('known'),
    faulty: count('faulty'),
    rows: rows.map(({ row, input, level, keys, campusName, state, faults }) => ({
      row,
      name: input.name,
      level,
      keys: keys.map(({ kind, masked }) => ({ kind, masked })),
      campusName,
      until: input.until ?? null,
      state,
      faults: faults.map(({ column, code }) => ({ column, code, message: fieldSentence(code, locale) })),
    })),
  };
}
