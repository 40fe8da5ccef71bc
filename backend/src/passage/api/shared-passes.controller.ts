import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  type ClaimedPass,
  type CompanionVisit,
  type PassShare,
  type SharedPass,
  type ShareState,
} from '@gatehouse/contract';
import { Public, Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { currentScope } from '../../platform/scope.js';
import { ClaimSharedPass } from '../application/claim-shared-pass.js';
import { SharePass } from '../application/share-pass.js';
import { SharedPassesQuery } from '../application/shared-passes.query.js';
import { TakeShareBack } from '../application/take-share-back.js';
import { ShareTokenDto } from './shared-passes.dto.js';

/** Nobody guesses 256 bits; this only keeps a script from asking all day. */
const links = { name: 'pass-links', points: 60, seconds: 3600 };

/** A companion's pass on its way to the companion's own phone. */
@ApiTags('passes')
@Controller('visitor')
export class SharedPassesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly shared: SharedPassesQuery,
    private readonly limits: RateLimits,
  ) {}

  @Get('passes/:id/share')
  @VisitorOnly()
  state(@Param('id', ParseUUIDPipe) id: string, @Visitor() { mobileIndex }: VisitorPrincipal): Promise<ShareState> {
    return this.shared.stateOf(mobileIndex, id);
  }

  /** Makes the link; the one before it ends. */
  @Post('passes/:id/share')
  @HttpCode(200)
  @VisitorOnly()
  share(@Param('id', ParseUUIDPipe) id: string, @Visitor() { mobileIndex }: VisitorPrincipal): Promise<PassShare> {
    return this.commands.execute(new SharePass(id, mobileIndex));
  }

  /** Takes link and phone back. */
  @Delete('passes/:id/share')
  @HttpCode(204)
  @VisitorOnly()
  takeBack(@Param('id', ParseUUIDPipe) id: string, @Visitor() { mobileIndex }: VisitorPrincipal): Promise<void> {
    return this.commands.execute(new TakeShareBack(id, mobileIndex));
  }

  /** What a link leads to, before the phone is proven. */
  @Post('shared-passes')
  @HttpCode(200)
  @Public()
  async behind(@Body() { token }: ShareTokenDto): Promise<SharedPass> {
    await this.limits.spend(links, currentScope().address);
    return this.shared.behind(token);
  }

  /** Brings the pass to the phone of this session. */
  @Post('shared-passes/claim')
  @HttpCode(200)
  @VisitorOnly()
  async claim(@Body() { token }: ShareTokenDto, @Visitor() visitor: VisitorPrincipal): Promise<ClaimedPass> {
    await this.limits.spend(links, currentScope().address);
    const { mobileIndex, mobileMasked } = visitor;
    return { passId: await this.commands.execute(new ClaimSharedPass(token, mobileIndex, mobileMasked)) };
  }

  /** The visits in which this phone's owner only takes part. */
  @Get('companion-visits')
  @VisitorOnly()
  companionVisits(@Visitor() { mobileIndex }: VisitorPrincipal): Promise<CompanionVisit[]> {
    return this.shared.companionVisits(mobileIndex);
  }
}
