import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../database/database.js';
import { Public } from './access.js';
import { Readiness } from '../readiness.js';

export class HealthAnswer {
  status!: string;
}

export class ReadyAnswer extends HealthAnswer {
  /** codes such as `calendar.year-missing:2027`: nothing is broken yet */
  warnings!: string[];
}

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
  ) {}

  /** The process runs. */
  @Get('live')
  @Public()
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Get('ready')
  @Public()
  @HttpCode(200)
  async ready(): Promise<ReadyAnswer> {
    await this.database.rows(sql`select 1`).catch(() => {
      throw new DomainError('server.not-ready');
    });
    return { status: 'ok', warnings: await this.readiness.all() };
  }
}
