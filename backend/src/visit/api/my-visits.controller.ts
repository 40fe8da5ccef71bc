import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type MyVisit, type MyVisitPage } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { AnswerStay } from '../application/answer-stay.js';
import { MoveVisitEnd } from '../application/move-visit-end.js';
import { MyVisitsQuery } from '../application/my-visits.query.js';
import { RevokeVisit } from '../application/revoke-visit.js';
import { AnswerStayDto, MoveEndDto, MyVisitFilterDto, RevokeVisitDto } from './my-visits.dto.js';

/** What a host sees of and does with approved visits; 404 for whoever does not answer for one. */
@ApiTags('my visits')
@Controller('my-visits')
@Permission('approval.decide')
export class MyVisitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly visits: MyVisitsQuery,
  ) {}

  @Get()
  list(@Query() filter: MyVisitFilterDto, @Staff() staff: StaffPrincipal): Promise<MyVisitPage> {
    return this.visits.page(staff.id, filter);
  }

  @Get(':id')
  one(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<MyVisit> {
    return this.visits.detail(staff.id, id);
  }

  /** Takes the visit back. Whoever is inside stays inside. */
  @Post(':id/revocation')
  @HttpCode(204)
  revoke(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RevokeVisitDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new RevokeVisit(id, staff, reason));
  }

  /** Lets the visit end later, or earlier. */
  @Post(':id/period')
  @HttpCode(204)
  moveEnd(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { until }: MoveEndDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new MoveVisitEnd(id, staff, new Date(until)));
  }

  /** Answers whether the party is still there. */
  @Post(':id/stay')
  @HttpCode(204)
  answer(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { answer }: AnswerStayDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new AnswerStay(id, staff, answer));
  }
}
