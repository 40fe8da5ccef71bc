import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type HostChoice } from '@gatehouse/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../../platform/http/access.js';
import { Settings } from '../../platform/settings.js';
import { HostSearch } from '../application/host-search.query.js';
import { HostFilterDto } from './directory.dto.js';
import { PickerLimits } from './picker-limits.js';

@ApiTags('directory')
@Controller('hosts')
export class HostsController {
  constructor(
    private readonly search: HostSearch,
    private readonly limits: PickerLimits,
    private readonly settings: Settings,
  ) {}

  /** At most five masked hosts of one unit. Absent where visitors type name and phone number of their host. */
  @Get()
  @Public()
  async find(
    @Query() { unit, q }: HostFilterDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HostChoice[]> {
    if (this.settings.PRESET === 'zhengzhou') throw new DomainError('request.not-found');
    const words = this.search.wordsOf(q);
    await this.limits.spend(request, reply);
    return this.search.choices(unit, words);
  }
}
