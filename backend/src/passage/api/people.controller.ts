import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type PersonPage, type PlatePage } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { SearchWords } from '../../platform/search/search-words.js';
import { PeopleQuery } from '../application/people.query.js';
import { PlatesQuery } from '../application/plates.query.js';
import { PersonFilterDto, PlateFilterDto } from './people.dto.js';

@ApiTags('search')
@Controller()
export class PeopleController {
  constructor(
    private readonly everybody: PeopleQuery,
    private readonly allPlates: PlatesQuery,
    private readonly words: SearchWords,
  ) {}

  /** Everybody with a pass, newest first; who is inside, and who overstays. */
  @Get('people')
  @Permission('visit.read')
  async people(@Query() filter: PersonFilterDto, @Staff() staff: StaffPrincipal): Promise<PersonPage> {
    return this.everybody.page(filter, staff, await this.words.behind(filter.words, staff.id));
  }

  /** Every plate once, with its newest pass. */
  @Get('plates')
  @Permission('visit.read')
  async plates(@Query() filter: PlateFilterDto, @Staff() staff: StaffPrincipal): Promise<PlatePage> {
    return this.allPlates.page(filter, staff, await this.words.behind(filter.words, staff.id));
  }
}
