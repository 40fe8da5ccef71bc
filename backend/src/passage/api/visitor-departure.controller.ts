import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type DepartureInput } from '@gatehouse/contract';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { ClaimDeparture } from '../application/claim-departure.js';

export class DepartureDto implements DepartureInput {
  /** indexes of the party members; everybody without it */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(999, { each: true })
  people?: number[];
}

/** Beside the visits themselves: who is on campus is known here. */
@ApiTags('visitor')
@Controller('visitor/visits/:id/departure')
export class VisitorDepartureController {
  constructor(private readonly commands: CommandBus) {}

  /** The visitor says that the party, or some of it, left. */
  @Post()
  @HttpCode(204)
  @VisitorOnly()
  leave(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { people }: DepartureDto,
    @Visitor() { mobileIndex }: VisitorPrincipal,
  ): Promise<void> {
    return this.commands.execute(new ClaimDeparture(id, mobileIndex, people ?? null));
  }
}
