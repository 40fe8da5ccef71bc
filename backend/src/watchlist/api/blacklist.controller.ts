import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type BlacklistHits, type BlacklistPage } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { SearchWords } from '../../platform/search/search-words.js';
import { BlacklistQuery } from '../application/blacklist.query.js';
import { HitsQuery } from '../application/hits.query.js';
import { LiftEntry } from '../application/lift-entry.js';
import { ListPerson } from '../application/list-person.js';
import { ReviewEntry } from '../application/review-entry.js';
import { BlacklistFilterDto, HitsFilterDto, LiftEntryDto, ListPersonDto, ReviewEntryDto } from './blacklist.dto.js';
import { listerOf } from './lister-of.js';

/** Whoever is bound to campuses reads what acts there, and changes what acts nowhere else. */
@ApiTags('blacklist')
@Controller('blacklist')
export class BlacklistController {
  constructor(
    private readonly commands: CommandBus,
    private readonly blacklist: BlacklistQuery,
    private readonly hits: HitsQuery,
    private readonly words: SearchWords,
  ) {}

  @Get()
  @Permission('blacklist.read')
  async list(@Query() filter: BlacklistFilterDto, @Staff() { id, campusIds }: StaffPrincipal): Promise<BlacklistPage> {
    const text = filter.words ? await this.words.textOf(filter.words, id) : '';
    return this.blacklist.page(filter, campusIds, { text, means: text ? await this.words.meanings(text) : [] });
  }

  /** Who met the blacklist: applied, was caught by a listing, came to a gate. */
  @Get('hits')
  @Permission('blacklist.read')
  met(@Query() { entry, ...days }: HitsFilterDto, @Staff() { campusIds }: StaffPrincipal): Promise<BlacklistHits> {
    return this.hits.between({ ...days, ...(entry && { entryId: entry }) }, campusIds);
  }

  @Post()
  @Permission('blacklist.write')
  async add(@Body() input: ListPersonDto, @Staff() staff: StaffPrincipal): Promise<{ id: string }> {
    return { id: await this.commands.execute(new ListPerson(input, listerOf(staff))) };
  }

  @Post(':id/lift')
  @HttpCode(204)
  @Permission('blacklist.write')
  lift(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: LiftEntryDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new LiftEntry(id, listerOf(staff), reason));
  }

  /** Somebody looked whether it is still right, and keeps it until the next look. */
  @Post(':id/review')
  @HttpCode(204)
  @Permission('blacklist.write')
  review(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() review: ReviewEntryDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    return this.commands.execute(new ReviewEntry(id, listerOf(staff), review));
  }
}
