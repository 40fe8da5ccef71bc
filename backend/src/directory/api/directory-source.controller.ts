import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type DirectorySourceInfo, type SyncReport } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { Settings } from '../../platform/settings.js';
import { DirectorySource, SourceState } from '../application/directory-source.js';
import { ServerSync } from '../application/server-sync.js';
import { SyncRunsQuery } from '../application/sync-runs.query.js';
import { SyncNowDto } from './directory-sync.dto.js';

@ApiTags('directory')
@Controller('directory')
export class DirectorySourceController {
  constructor(
    private readonly source: DirectorySource,
    private readonly state: SourceState,
    private readonly sync: ServerSync,
    private readonly runs: SyncRunsQuery,
    private readonly settings: Settings,
  ) {}

  /** The directory server, if there is one. */
  @Get('source')
  @Permission('directory.read')
  async info(): Promise<DirectorySourceInfo> {
    const { address } = this.source;
    const { readUpTo, sweptAt } = await this.state.marks();
    return {
      configured: address !== null,
      address,
      everyMinutes: address === null ? null : this.settings.LDAP_SYNC_MINUTES,
      readUpTo,
      sweptAt: sweptAt?.toISOString() ?? null,
    };
  }

  /** Looks through the directory server now: what it would do, or does. */
  @Post('syncs')
  @HttpCode(200)
  @Permission('directory.write')
  async now(@Body() { dryRun, confirmedLeavers }: SyncNowDto, @Staff() staff: StaffPrincipal): Promise<SyncReport> {
    requireUnbound(staff);
    const by = { id: staff.id, number: staff.number, name: staff.name };
    const { syncId, outcome } = await this.sync.sweep({ dryRun, confirmedLeavers: confirmedLeavers ?? null, by });
    if (outcome === 'refused') throw new DomainError('directory.too-many-leave');
    return this.runs.report(syncId);
  }
}
