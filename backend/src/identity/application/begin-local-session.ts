import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LocalSession } from './local-session.js';
import { type SigningBrowser } from './sign-in-by-provider.js';

/** Signs in whoever has just set up his account. Answers the token. */
export class BeginLocalSession extends Command<string> {
  constructor(
    readonly account: { id: string; name: string },
    readonly browser: SigningBrowser,
  ) {
    super();
  }
}

@CommandHandler(BeginLocalSession)
export class BeginLocalSessionHandler implements ICommandHandler<BeginLocalSession> {
  constructor(private readonly session: LocalSession) {}

  execute({ account, browser }: BeginLocalSession): Promise<string> {
    return this.session.begin(account, browser);
  }
}
