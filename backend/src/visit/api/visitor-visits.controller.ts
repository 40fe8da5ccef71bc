import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type VisitorVisit, type VisitorVisitPage } from '@gatehouse/contract';
import { Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { currentScope } from '../../platform/scope.js';
import { CancelVisit } from '../application/cancel-visit.js';
import { VisitorVisitsQuery } from '../application/visitor-visits.query.js';
import { CancelVisitDto } from './visit.dto.js';

@ApiTags('visitor')
@Controller('visitor/visits')
@VisitorOnly()
export class VisitorVisitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly visits: VisitorVisitsQuery,
  ) {}

  @Get()
  list(@Visitor() visitor: VisitorPrincipal, @Query('after') after?: string): Promise<VisitorVisitPage> {
    return this.visits.page(visitor.mobileIndex.toString('hex'), after, currentScope().locale);
  }

  @Get(':id')
  one(@Visitor() visitor: VisitorPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<VisitorVisit> {
    return this.visits.detail(visitor.mobileIndex.toString('hex'), id, currentScope().locale);
  }

  @Post(':id/cancellation')
  @HttpCode(204)
  cancel(
    @Visitor() visitor: VisitorPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: CancelVisitDto,
  ): Promise<void> {
    return this.commands.execute(new CancelVisit(id, visitor.mobileIndex.toString('hex'), reason?.trim() || null));
  }
}
