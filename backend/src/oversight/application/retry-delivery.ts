import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { Journal } from './journal.js';
import { Outbox } from './outbox.js';

export class RetryDelivery extends Command<void> {
  constructor(readonly deliveryId: string) {
    super();
  }
}

@CommandHandler(RetryDelivery)
export class RetryDeliveryHandler implements ICommandHandler<RetryDelivery> {
  constructor(
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  async execute({ deliveryId }: RetryDelivery): Promise<void> {
    if (!(await this.outbox.sendAgain(deliveryId))) throw new DomainError('delivery.not-found');
    await this.journal.record('delivery.retried', { kind: 'delivery', id: deliveryId }, {});
  }
}
