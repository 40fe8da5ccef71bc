import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type PolicyView } from '@gatehouse/contract';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { PolicyViewQuery } from '../application/policy-view.query.js';
import { TurnDials } from '../application/turn-dials.js';
import { TurnDialsDto } from './policy.dto.js';

/** The rules of the university, in the console. */
@ApiTags('policy')
@Controller('policy')
export class PolicyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly view: PolicyViewQuery,
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
  async turn(@Body() input: TurnDialsDto, @Staff() staff: StaffPrincipal): Promise<PolicyView> {
    requireUnbound(staff);
    await this.commands.execute(new TurnDials(input, staff.name));
    return this.view.show();
  }
}
