import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CaughtVisit, type EndCaughtInput } from '@gatehouse/contract';
import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, IsUUID, MaxLength } from 'class-validator';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { CaughtVisitsQuery } from '../application/caught-visits.query.js';
import { EndCaughtVisits } from '../application/end-caught-visits.js';

class EndCaughtDto implements EndCaughtInput {
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  visitIds!: string[];

  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}

/** What an entry of the blacklist caught when it was made: the office decides, in one go. */
@ApiTags('blacklist')
@Controller('blacklist/:id/caught')
export class CaughtVisitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly caught: CaughtVisitsQuery,
  ) {}

  @Get()
  @Permission('blacklist.read')
  list(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<CaughtVisit[]> {
    return this.caught.of(id, staff);
  }

  @Post()
  @HttpCode(204)
  @Permission('blacklist.write')
  end(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { visitIds, reason }: EndCaughtDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    if (staff.unitIds !== null) throw new DomainError('auth.not-permitted');
    return this.commands.execute(new EndCaughtVisits(id, visitIds, reason, staff));
  }
}
