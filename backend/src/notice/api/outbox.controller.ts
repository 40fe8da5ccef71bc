import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type OutboxMessage } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../../platform/http/access.js';
import { Settings } from '../../platform/settings.js';
import { OutboxQuery } from '../application/outbox.query.js';

/** Shows what would have been sent. Does not exist in production. */
@ApiExcludeController()
@Controller('dev/outbox')
export class OutboxController {
  constructor(
    private readonly outbox: OutboxQuery,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Public()
  newest(): Promise<OutboxMessage[]> {
    if (!this.settings.isDemo) throw new DomainError('request.not-found');
    return this.outbox.newest();
  }
}
