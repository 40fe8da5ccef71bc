import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type SavedView, type SearchWordsView } from '@gatehouse/contract';
import { Permission, SignedIn, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { SearchWords } from '../../platform/search/search-words.js';
import { DropView } from '../application/drop-view.js';
import { SaveView } from '../application/save-view.js';
import { SavedViewsQuery } from '../application/saved-views.query.js';
import { SaveViewDto, SearchWordsDto, ViewListDto } from './search.dto.js';

const SEARCHES = { name: 'staff-searches', points: 600, seconds: 600 };

@ApiTags('search')
@Controller()
export class SearchController {
  constructor(
    private readonly commands: CommandBus,
    private readonly words: SearchWords,
    private readonly views: SavedViewsQuery,
    private readonly limits: RateLimits,
  ) {}

  /** A handle for words that must not stand in an address. */
  @Post('search/words')
  @HttpCode(200)
  @Permission('visit.read')
  async take(@Body() { words }: SearchWordsDto, @Staff() { id }: StaffPrincipal): Promise<SearchWordsView> {
    await this.limits.spend(SEARCHES, id);
    return this.view(words, await this.words.handleOf(words, id));
  }

  /** The words behind one's own handle. */
  @Get('search/words/:handle')
  @Permission('visit.read')
  async look(@Param('handle') handle: string, @Staff() { id }: StaffPrincipal): Promise<SearchWordsView> {
    return this.view(await this.words.textOf(handle, id), handle);
  }

  /** One's own views of a list. */
  @Get('saved-views')
  @SignedIn()
  own(@Query() { list }: ViewListDto, @Staff() { id }: StaffPrincipal): Promise<SavedView[]> {
    return this.views.of(id, list);
  }

  @Post('saved-views')
  @SignedIn()
  save(@Body() view: SaveViewDto, @Staff() { id }: StaffPrincipal): Promise<SavedView> {
    return this.commands.execute(new SaveView(id, view));
  }

  @Delete('saved-views/:id')
  @HttpCode(204)
  @SignedIn()
  drop(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    return this.commands.execute(new DropView(staff.id, id));
  }

  private async view(words: string, handle: string): Promise<SearchWordsView> {
    const meanings = await this.words.meanings(words);
    return { words: words.normalize('NFKC').trim(), handle, means: [...new Set(meanings.map(({ kind }) => kind))] };
  }
}
