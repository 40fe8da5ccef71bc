import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type OwnStanding } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { HoldToAccount } from '../application/hold-to-account.js';
import { HostLedgerQuery } from '../application/host-ledger.query.js';
import { AppealDto } from './standing.dto.js';

/** What one answers for oneself. */
@ApiTags('standing')
@Controller('standing')
@Permission('approval.decide')
export class OwnStandingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly ledger: HostLedgerQuery,
  ) {}

  @Get()
  own(@Staff() staff: StaffPrincipal): Promise<OwnStanding> {
    return this.ledger.own(staff.id);
  }

  @Post('appeal')
  @HttpCode(204)
  appeal(@Body() { text }: AppealDto, @Staff() staff: StaffPrincipal): Promise<void> {
    return this.commands.execute(new HoldToAccount(staff.id, { kind: 'appeal', text }));
  }
}
