import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type HostLedgerRow } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { HoldToAccount } from '../application/hold-to-account.js';
import { HostLedgerQuery } from '../application/host-ledger.query.js';
import { AnswerAppealDto, LedgerFilterDto, SuspendHostDto } from './standing.dto.js';

/** What the hosts of one's scope answer for. */
@ApiTags('standing')
@Controller('hosts-ledger')
export class HostsLedgerController {
  constructor(
    private readonly commands: CommandBus,
    private readonly ledger: HostLedgerQuery,
  ) {}

  @Get()
  @Permission('standing.read')
  list(@Query() { month }: LedgerFilterDto, @Staff() staff: StaffPrincipal): Promise<HostLedgerRow[]> {
    return this.ledger.rows(staff, month);
  }

  @Post(':id/suspension')
  @HttpCode(204)
  @Permission('standing.write')
  async suspend(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { until, reason }: SuspendHostDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    await this.ledger.requireHost(id, staff);
    const act = { kind: 'suspend' as const, until: new Date(until), reason, by: staff.name };
    await this.commands.execute(new HoldToAccount(id, act));
  }

  @Post(':id/lift')
  @HttpCode(204)
  @Permission('standing.write')
  async lift(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    await this.ledger.requireHost(id, staff);
    await this.commands.execute(new HoldToAccount(id, { kind: 'lift' }));
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Permission('standing.write')
  async answer(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { answer, upheld }: AnswerAppealDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    await this.ledger.requireHost(id, staff);
    await this.commands.execute(new HoldToAccount(id, { kind: 'answer', text: answer, upheld, by: staff.name }));
  }
}
