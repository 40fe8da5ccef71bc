import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type SyncReport, type SyncRun } from '@gatehouse/contract';
import { Permission } from '../../platform/http/access.js';
import { currentScope } from '../../platform/scope.js';
import { SyncRunsQuery } from '../application/sync-runs.query.js';
import { reportCsv } from './report-csv.js';
import { fileAnswer } from '../../platform/sheets/file-answer.js';

@ApiTags('directory')
@Controller('directory/syncs')
export class DirectorySyncsController {
  constructor(private readonly runs: SyncRunsQuery) {}

  /** The newest runs. */
  @Get()
  @Permission('directory.read')
  list(): Promise<SyncRun[]> {
    return this.runs.newest();
  }

  /** One run with its first lines. */
  @Get(':id')
  @Permission('directory.read')
  report(@Param('id', ParseUUIDPipe) id: string): Promise<SyncReport> {
    return this.runs.report(id);
  }

  /** All lines of a run as CSV. */
  @Get(':id/report')
  @Permission('directory.read')
  async download(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { locale } = currentScope();
    return fileAnswer(reportCsv(await this.runs.lines(id), locale), 'directory-report.csv', '目录同步报告.csv', locale);
  }
}
