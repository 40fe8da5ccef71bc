import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type PassagePage } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { SearchWords } from '../../platform/search/search-words.js';
import { PassagesQuery } from '../application/passages.query.js';
import { PassageFilterDto } from './passages.dto.js';

@ApiTags('passages')
@Controller('passages')
export class PassagesController {
  constructor(
    private readonly passages: PassagesQuery,
    private readonly words: SearchWords,
  ) {}

  /** What happened at the gates, newest first. Dates are campus dates, both included. */
  @Get()
  @Permission('passage.read')
  async list(
    @Query() filter: PassageFilterDto,
    @Staff() { id, campusIds, unitIds }: StaffPrincipal,
  ): Promise<PassagePage> {
    return this.passages.page(filter, { campusIds, unitIds }, await this.words.behind(filter.words, id));
  }
}
