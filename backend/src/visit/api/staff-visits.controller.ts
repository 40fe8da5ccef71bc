import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CountedPage, type StaffVisit, type VisitRow } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { SearchWords } from '../../platform/search/search-words.js';
import { RefuseByOffice } from '../application/refuse-by-office.js';
import { StaffVisitsQuery } from '../application/staff-visits.query.js';
import { OfficeRefusalDto, VisitFilterDto } from './visit.dto.js';

@ApiTags('visits')
@Controller('visits')
export class StaffVisitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly visits: StaffVisitsQuery,
    private readonly words: SearchWords,
  ) {}

  @Get()
  @Permission('visit.read')
  async list(@Query() filter: VisitFilterDto, @Staff() staff: StaffPrincipal): Promise<CountedPage<VisitRow>> {
    return this.visits.page(filter, staff, await this.words.behind(filter.words, staff.id));
  }

  @Get(':id')
  @Permission('visit.read')
  one(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<StaffVisit> {
    return this.visits.detail(id, staff);
  }

  /** The security office declines a pending visit, such as one that the blacklist holds. */
  @Post(':id/office-refusal')
  @HttpCode(204)
  @Permission('blacklist.write')
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: OfficeRefusalDto,
    @Staff() { campusIds, unitIds }: StaffPrincipal,
  ): Promise<void> {
    if (unitIds !== null) throw new DomainError('auth.not-permitted');
    return this.commands.execute(new RefuseByOffice(id, reason, campusIds));
  }
}
