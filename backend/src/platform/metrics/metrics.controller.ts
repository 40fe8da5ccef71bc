import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../http/access.js';
import { Settings } from '../settings.js';
import { Metrics } from './metrics.js';

@ApiTags('operations')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  /** For Prometheus, with METRICS_TOKEN as the bearer. Without that setting, or with another token, there is nothing here. */
  @Get()
  @Public()
  @ApiBearerAuth()
  @ApiProduces('text/plain')
  async read(@Headers('authorization') said: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { METRICS_TOKEN } = this.settings;
    if (!METRICS_TOKEN || !isSame(said ?? '', `Bearer ${METRICS_TOKEN}`)) throw new DomainError('request.not-found');
    await reply.header('content-type', this.metrics.contentType).send(await this.metrics.text());
  }
}

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
