import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  type Difference,
  type DryRun,
  type PolicyVersionRow,
  type PolicyView,
  type QuotaUse,
} from '@gatehouse/contract';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { DropDraft } from '../application/drop-draft.js';
import { DryRunQuery } from '../application/dry-run.query.js';
import { KeepDraft } from '../application/keep-draft.js';
import { PolicyViewQuery } from '../application/policy-view.query.js';
import { PublishPolicy } from '../application/publish-policy.js';
import { QuotaUseQuery } from '../application/quota-use.query.js';
import { ReturnToVersion } from '../application/return-to-version.js';
import { TurnDials } from '../application/turn-dials.js';
import { WithdrawVersion } from '../application/withdraw-version.js';
import {
  DifferencesQueryDto,
  DropDraftDto,
  DryRunDto,
  KeepDraftDto,
  PublishPolicyDto,
  ReturnToVersionDto,
  TurnDialsDto,
  WithdrawVersionDto,
} from './policy.dto.js';

/** The rules of the university, in the console. */
@ApiTags('policy')
@Controller('policy')
export class PolicyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly view: PolicyViewQuery,
    private readonly dryRun: DryRunQuery,
    private readonly quotaUse: QuotaUseQuery,
  ) {}

  @Get()
  @Permission('policy.read')
  show(): Promise<PolicyView> {
    return this.view.show();
  }

  /** Makes a new version with some dials turned; acts within two seconds everywhere. */
  @Post()
  @HttpCode(200)
  @Permission('policy.write')
  turn(@Body() input: TurnDialsDto, @Staff() staff: StaffPrincipal): Promise<PolicyView> {
    return this.change(staff, new TurnDials(input, staff.name));
  }

  @Get('versions')
  @Permission('policy.read')
  versions(): Promise<PolicyVersionRow[]> {
    return this.view.versions();
  }

  @Get('differences')
  @Permission('policy.read')
  differences(@Query() { was, now }: DifferencesQueryDto): Promise<Difference[]> {
    return this.view.differences(was, now);
  }

  /** How full the quotas are. */
  @Get('quotas')
  @Permission('policy.read')
  quotas(@Staff() { campusIds }: StaffPrincipal): Promise<QuotaUse[]> {
    return this.quotaUse.ahead(campusIds);
  }

  /** Keeps the draft. 409 `policy.draft-changed` when somebody else kept it meanwhile. */
  @Put('draft')
  @Permission('policy.write')
  keepDraft(@Body() input: KeepDraftDto, @Staff() staff: StaffPrincipal): Promise<PolicyView> {
    return this.change(staff, new KeepDraft(input, staff.name));
  }

  @Delete('draft')
  @HttpCode(200)
  @Permission('policy.write')
  dropDraft(@Body() { revision }: DropDraftDto, @Staff() staff: StaffPrincipal): Promise<PolicyView> {
    return this.change(staff, new DropDraft(revision));
  }

  /** What the changes would have meant for the visits of a time, within one's own campuses. Changes nothing. */
  @Post('dry-run')
  @HttpCode(200)
  @Permission('policy.read')
  try(@Body() input: DryRunDto, @Staff() staff: StaffPrincipal): Promise<DryRun> {
    return this.dryRun.run(input, staff);
  }

  @Post('publication')
  @HttpCode(200)
  @Permission('policy.write')
  publish(@Body() input: PublishPolicyDto, @Staff() staff: StaffPrincipal): Promise<PolicyView> {
    return this.change(staff, new PublishPolicy(input, staff.name));
  }

  /** Publishes an earlier version again. */
  @Post('versions/:version/return')
  @HttpCode(200)
  @Permission('policy.write')
  goBack(
    @Param('version', ParseIntPipe) version: number,
    @Body() input: ReturnToVersionDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<PolicyView> {
    return this.change(staff, new ReturnToVersion(version, input, staff.name));
  }

  /** Takes back a version that is not in force yet. */
  @Post('versions/:version/withdrawal')
  @HttpCode(200)
  @Permission('policy.write')
  withdraw(
    @Param('version', ParseIntPipe) version: number,
    @Body() { reason }: WithdrawVersionDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<PolicyView> {
    return this.change(staff, new WithdrawVersion(version, reason, staff.name));
  }

  /** Rules are of the whole university. */
  private async change(staff: StaffPrincipal, command: PolicyCommand): Promise<PolicyView> {
    requireUnbound(staff);
    await this.commands.execute(command);
    return this.view.show();
  }
}

type PolicyCommand = TurnDials | KeepDraft | DropDraft | PublishPolicy | ReturnToVersion | WithdrawVersion;
