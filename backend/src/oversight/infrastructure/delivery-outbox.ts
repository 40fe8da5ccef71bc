import { Injectable } from '@nestjs/common';
import { Deliveries } from '../../platform/events/deliveries.js';
import { Outbox } from '../application/outbox.js';

@Injectable()
export class DeliveryOutbox extends Outbox {
  constructor(private readonly deliveries: Deliveries) {
    super();
  }

  sendAgain(id: string): Promise<boolean> {
    return this.deliveries.sendAgain(id);
  }
}
