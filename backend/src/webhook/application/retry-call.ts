import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { WebhookCalls } from './webhooks.js';

/** "Send again" for a message that nobody took. */
export class RetryCall extends Command<void> {
  constructor(readonly callId: string) {
    super();
  }
}

@CommandHandler(RetryCall)
export class RetryCallHandler implements ICommandHandler<RetryCall> {
  constructor(private readonly calls: WebhookCalls) {}

  async execute({ callId }: RetryCall): Promise<void> {
    if (!(await this.calls.sendAgain(callId))) throw new DomainError('webhook.call-not-stuck');
  }
}
