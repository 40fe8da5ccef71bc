import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { SavedViews } from './saved-views.js';

export class DropView extends Command<void> {
  constructor(
    readonly staffId: string,
    readonly id: string,
  ) {
    super();
  }
}

@CommandHandler(DropView)
export class DropViewHandler implements ICommandHandler<DropView> {
  constructor(private readonly views: SavedViews) {}

  async execute({ staffId, id }: DropView): Promise<void> {
    if (!(await this.views.drop(staffId, id))) throw new DomainError('request.not-found');
  }
}
