import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { ChangeVisit } from '../application/change-visit.js';
import { CorrectVisit } from '../application/correct-visit.js';
import { ExtendVisit } from '../application/extend-visit.js';
import { ChangeVisitDto, CorrectVisitDto, ExtendVisitDto } from './visit-life.dto.js';

const changesOfAPhone = { name: 'changes-of-a-phone', points: 30, seconds: 3600 };

/** What a visitor does with an application after sending it. */
@ApiTags('visitor')
@Controller('visitor/visits/:id')
@VisitorOnly()
export class VisitLifeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly limits: RateLimits,
  ) {}

  /** Corrects exactly the fields the approver asked for. */
  @Post('correction')
  @HttpCode(204)
  correct(
    @Visitor() visitor: VisitorPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: CorrectVisitDto,
  ): Promise<void> {
    return this.alter(visitor, (mobileIndex) => new CorrectVisit(id, mobileIndex, input));
  }

  /** Changes the visit before it begins: it has to be approved anew. */
  @Post('change')
  @HttpCode(204)
  change(
    @Visitor() visitor: VisitorPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ChangeVisitDto,
  ): Promise<void> {
    return this.alter(visitor, (mobileIndex) => new ChangeVisit(id, mobileIndex, input));
  }

  /** Asks the host for a longer stay. */
  @Post('extension')
  @HttpCode(204)
  extend(
    @Visitor() visitor: VisitorPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { until, reason }: ExtendVisitDto,
  ): Promise<void> {
    const words = reason?.trim() || null;
    return this.alter(visitor, (mobileIndex) => new ExtendVisit(id, mobileIndex, new Date(until), words));
  }

  private async alter(
    { mobileIndex }: VisitorPrincipal,
    command: (mobileIndex: string) => CorrectVisit | ChangeVisit | ExtendVisit,
  ): Promise<void> {
    const owner = mobileIndex.toString('hex');
    await this.limits.spend(changesOfAPhone, owner);
    await this.commands.execute(command(owner));
  }
}
