import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { ChaseApprovers } from '../application/chase-approvers.js';

@ApiTags('visitor')
@Controller('visitor/visits')
@VisitorOnly()
export class VisitorChaseController {
  constructor(private readonly commands: CommandBus) {}

  /** Asks whoever has to decide for an answer; once in two hours. */
  @Post(':id/chase')
  @HttpCode(204)
  chase(@Visitor() visitor: VisitorPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.commands.execute(new ChaseApprovers(id, visitor.mobileIndex.toString('hex')));
  }
}
