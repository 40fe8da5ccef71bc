import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { PinoLogger } from 'nestjs-pino';
import { type BatchAnswer, type BatchItem, type BatchResult } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Device, DeviceOnly, type DevicePrincipal } from '../../platform/http/access.js';
import { Example, Refuses } from '../../platform/http/described.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { ImportOfflinePassage } from '../application/import-offline-passage.js';
import { requireTrusted } from './device-abilities.js';
import { batchExample } from './gate-examples.js';
import { BatchDto } from './gate-batch.dto.js';
import { readBatch } from './read-batch.js';

/** 40,000 facts in ten minutes: more than any gate sees in a day. */
const batches = { name: 'gate-batch', points: 200, seconds: 600 };

/** What happened at a gate without network. */
@ApiTags('gate')
@Controller('gate/v1/passages/batch')
export class GateBatchController {
  constructor(
    private readonly commands: CommandBus,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Takes facts in the order in which they happened, at most 200. Each has its own result: `stored`, `completed` and
   * `duplicate` are done with; `conflict` too, the office looks at it; `invalid` can never be stored; `later` must be sent
   * again. An answer of another status than 200 means that nothing was read: send all of it again.
   */
  @Post()
  @HttpCode(200)
  @DeviceOnly()
  @ApiBody({ type: BatchDto })
  @Refuses('device.not-for-this', 'request.too-many', 'request.too-large')
  @Example(batchExample)
  async take(@Body() body: unknown, @Device() device: DevicePrincipal): Promise<BatchAnswer> {
    requireTrusted(device);
    await this.limits.spend(batches, device.id);
    const { sentAt, items } = readBatch(body);
    const now = this.clock.now();
    const skewMs = sentAt.getTime() - now.getTime();
    const results: BatchResult[] = [];
    for (const item of items) results.push('status' in item ? item : await this.one(device, item, skewMs));
    return { now: now.toISOString(), skewSeconds: Math.round(skewMs / 100) / 10, results };
  }

  /** One bad fact does not hold up the others. */
  private async one(device: DevicePrincipal, item: BatchItem, skewMs: number): Promise<BatchResult> {
    try {
      return await this.commands.execute(new ImportOfflinePassage(device, item, skewMs));
    } catch (error) {
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'offline passage not taken');
      const { nonce, outcome } = item;
      return { nonce, outcome, status: 'later', passage: null, forced: false, reason: null, incident: null };
    }
  }
}
