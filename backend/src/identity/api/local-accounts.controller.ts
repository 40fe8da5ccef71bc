import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type LocalAccountRow, type SetupLink } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { EndLocalAccount } from '../application/end-local-account.js';
import { LocalAccountsQuery } from '../application/local-accounts.query.js';
import { MakeSetupLink } from '../application/make-setup-link.js';
import { SetupLinkDto } from './setup.dto.js';

/** Administrators who need no identity provider. Only their own kind makes and ends them. */
@ApiTags('roles')
@Controller('local-accounts')
export class LocalAccountsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly accounts: LocalAccountsQuery,
  ) {}

  @Get()
  @Permission('role.read')
  list(@Staff() staff: StaffPrincipal): Promise<LocalAccountRow[]> {
    return this.accounts.all(staff.id);
  }

  /** A link for another account, or for a new password and second factor of one. Works once, for a day. */
  @Post('links')
  @Header('cache-control', 'no-store')
  @Permission('role.write')
  link(@Body() { accountId }: SetupLinkDto, @Staff() staff: StaffPrincipal): Promise<SetupLink> {
    requireSystemAdmin(staff);
    return this.commands.execute(new MakeSetupLink(staff.name, accountId ?? null));
  }

  @Post(':id/end')
  @HttpCode(204)
  @Permission('role.write')
  async end(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    requireSystemAdmin(staff);
    await this.commands.execute(new EndLocalAccount(id, { id: staff.id, name: staff.name }));
  }
}

function requireSystemAdmin(staff: StaffPrincipal): void {
  requireUnbound(staff);
  if (!staff.roles.includes('system-admin')) throw new DomainError('auth.not-permitted');
}
