import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type BlacklistRow } from '@gatehouse/contract';
import { addDays, campusInstant } from '../../kernel/campus-time.js';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { BlacklistQuery } from '../application/blacklist.query.js';
import { LiftEntry } from '../application/lift-entry.js';
import { ListPerson } from '../application/list-person.js';
import { BlacklistFilterDto, LiftEntryDto, ListPersonDto } from './blacklist.dto.js';
import { MatchKeys } from './match-keys.js';

@ApiTags('blacklist')
@Controller('blacklist')
export class BlacklistController {
  constructor(
    private readonly commands: CommandBus,
    private readonly blacklist: BlacklistQuery,
    private readonly matchKeys: MatchKeys,
  ) {}

  @Get()
  @Permission('blacklist.read')
  list(@Query() filter: BlacklistFilterDto): Promise<BlacklistRow[]> {
    return this.blacklist.rows(filter);
  }

  @Post()
  @Permission('blacklist.write')
  async add(@Body() input: ListPersonDto, @Staff() staff: StaffPrincipal): Promise<{ id: string }> {
    const keys = await this.matchKeys.of(input);
    const until = input.until ? campusInstant(addDays(input.until.slice(0, 10), 1)) : null;
    const { name, level, reason } = input;
    return {
      id: await this.commands.execute(new ListPerson({ name, level, reason, keys, until, listedBy: staff.name })),
    };
  }

  @Post(':id/lift')
  @HttpCode(204)
  @Permission('blacklist.write')
  lift(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: LiftEntryDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    // A person lifted here may enter everywhere.
    requireUnbound(staff);
    return this.commands.execute(new LiftEntry(id, staff.name, reason));
  }
}
