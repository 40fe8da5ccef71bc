import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type IntegrationKey } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { IntegrationsView } from './integrations-view.js';
import { Journal } from './journal.js';

/** Notes who tries an integration out. The network is asked afterwards, outside of any transaction. */
export class StartTest extends Command<void> {
  constructor(readonly key: IntegrationKey) {
    super();
  }
}

@CommandHandler(StartTest)
export class StartTestHandler implements ICommandHandler<StartTest> {
  constructor(
    private readonly integrations: IntegrationsView,
    private readonly journal: Journal,
  ) {}

  async execute({ key }: StartTest): Promise<void> {
    if (!this.integrations.mayTest(key)) throw new DomainError('integration.cannot-be-tested');
    await this.journal.record('integration.tested', { kind: 'integration', id: key }, {});
  }
}
