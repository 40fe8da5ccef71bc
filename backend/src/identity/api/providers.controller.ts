import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type ProviderTest, type SignInProviderRow } from '@gatehouse/contract';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { KeepProvider } from '../application/keep-provider.js';
import { ProviderTrial } from '../application/provider-trial.js';
import { ProviderRows } from '../application/provider-rows.js';
import { KeepProviderDto } from './providers.dto.js';

/** The ways to sign in, set up at run time. */
@ApiTags('identity')
@Controller('sign-in/providers')
export class ProvidersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly rows: ProviderRows,
    private readonly trial: ProviderTrial,
  ) {}

  @Get()
  @Permission('sign-in.write')
  list(@Staff() staff: StaffPrincipal): Promise<SignInProviderRow[]> {
    requireUnbound(staff);
    return this.rows.all();
  }

  /** Sets up, changes, switches. `version` is the one that was edited, 0 for a new provider. */
  @Put(':key')
  @HttpCode(204)
  @Permission('sign-in.write')
  async keep(@Param('key') key: string, @Body() input: KeepProviderDto, @Staff() staff: StaffPrincipal): Promise<void> {
    requireUnbound(staff);
    await this.commands.execute(new KeepProvider(key, input.asInput(), staff.name));
  }

  /** Tries it out without signing anybody in. */
  @Post(':key/test')
  @HttpCode(200)
  @Permission('sign-in.write')
  test(@Param('key') key: string, @Staff() staff: StaffPrincipal): Promise<ProviderTest> {
    requireUnbound(staff);
    return this.trial.of(key);
  }
}
