import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type DeliveryRow } from '@gatehouse/contract';
import { Permission } from '../../platform/http/access.js';
import { DeliveriesQuery } from '../application/deliveries.query.js';
import { RetryDelivery } from '../application/retry-delivery.js';
import { DeliveryFilterDto } from './deliveries.dto.js';

@ApiTags('deliveries')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly deliveries: DeliveriesQuery,
  ) {}

  @Get()
  @Permission('delivery.read')
  list(@Query() { state }: DeliveryFilterDto): Promise<DeliveryRow[]> {
    return this.deliveries.rows(state);
  }

  /** Sends a stuck delivery again. */
  @Post(':id/retry')
  @HttpCode(204)
  @Permission('delivery.write')
  retry(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.commands.execute(new RetryDelivery(id));
  }
}
