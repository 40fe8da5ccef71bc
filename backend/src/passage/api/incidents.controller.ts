import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type AnnulmentAnswer, type IncidentPage, type IncidentRow } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { AnnulPassage } from '../application/annul-passage.js';
import { SearchWords } from '../../platform/search/search-words.js';
import { CloseIncident } from '../application/close-incident.js';
import { IncidentsQuery } from '../application/incidents.query.js';
import { AnnulByOfficeDto, CloseIncidentDto, IncidentFilterDto } from './incidents.dto.js';

/** What does not fit together at the gates, and what the office makes of it. */
@ApiTags('incidents')
@Controller()
export class IncidentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly incidents: IncidentsQuery,
    private readonly words: SearchWords,
    private readonly clock: Clock,
  ) {}

  @Get('incidents')
  @Permission('incident.read')
  async list(
    @Query() filter: IncidentFilterDto,
    @Staff() { id, campusIds, unitIds }: StaffPrincipal,
  ): Promise<IncidentPage> {
    return this.incidents.page(filter, { campusIds, unitIds }, await this.words.behind(filter.words, id));
  }

  @Get('incidents/:id')
  @Permission('incident.read')
  one(@Param('id', ParseUUIDPipe) id: string, @Staff() { campusIds, unitIds }: StaffPrincipal): Promise<IncidentRow> {
    return this.incidents.one(id, { campusIds, unitIds });
  }

  /** Closes the incident with what was found out. */
  @Post('incidents/:id/closing')
  @HttpCode(204)
  @Permission('incident.write')
  async close(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { finding, note }: CloseIncidentDto,
    @Staff() { id: by, name, campusIds, unitIds }: StaffPrincipal,
  ): Promise<void> {
    if (unitIds !== null) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new CloseIncident(id, finding, note, { id: by, name, campusIds }));
  }

  /** Takes an admitted passage back, whenever it was. */
  @Post('passages/:id/annulment')
  @HttpCode(200)
  @Permission('passage.annul')
  async annul(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: AnnulByOfficeDto,
    @Staff() { name, campusIds, unitIds }: StaffPrincipal,
  ): Promise<AnnulmentAnswer> {
    if (unitIds !== null) throw new DomainError('auth.not-permitted');
    const who = { name, deviceId: null, isSupervisor: true, at: this.clock.now() };
    const { duplicate } = await this.commands.execute(new AnnulPassage(id, campusIds, who, reason));
    return { passage: id, outcome: 'annulled', duplicate };
  }
}
