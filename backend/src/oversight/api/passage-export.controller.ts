import { Body, Controller, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { currentScope } from '../../platform/scope.js';
import { SearchWords } from '../../platform/search/search-words.js';
import { Settings } from '../../platform/settings.js';
import { ExportPassages } from '../application/export-passages.js';
import { PassageExport } from '../infrastructure/passage-export.js';
import { ExportPassagesDto } from './passage-export.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('passages')
@Controller('passages/export')
export class PassageExportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly exports: PassageExport,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly words: SearchWords,
  ) {}

  /** The passages of a filter as a spreadsheet, masked; audited. */
  @Post()
  @HttpCode(200)
  @ApiProduces(XLSX)
  @Permission('passage.export')
  async export(
    @Body() { filter: asked, reason }: ExportPassagesDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<StreamableFile> {
    const { words, ...rest } = asked;
    const filter = words ? { ...rest, q: await this.words.textOf(words, staff.id) } : rest;
    const announced = await this.commands.execute(new ExportPassages(filter, reason, sightOf(staff)));
    const { locale } = currentScope();
    const now = this.clock.now();
    const cover = {
      exportId: announced.id,
      organisation: locale === 'zh' ? this.settings.ORGANISATION : this.settings.ORGANISATION_EN,
      exportedBy: `${staff.name} ${staff.number}`,
      exportedAt: now,
      reason: announced.reason,
      filter,
      locale,
    };
    const day = campusDay(now);
    const name = encodeURIComponent(locale === 'zh' ? `通行记录-${day}.xlsx` : `passages-${day}.xlsx`);
    return new StreamableFile(this.exports.start(cover, sightOf(staff)), {
      type: XLSX,
      disposition: `attachment; filename="passages-${day}.xlsx"; filename*=UTF-8''${name}`,
    });
  }
}

const sightOf = ({ campusIds, unitIds }: StaffPrincipal) => ({ campusIds, unitIds });
