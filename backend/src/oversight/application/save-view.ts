import { type SavedView, type SaveViewInput } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { SavedViews } from './saved-views.js';

const MOST = 100;
/** Filters of lists as they stand in addresses. What was searched for and the place in the list are no part of a view. */
const filters = [
  'status',
  'campus',
  'unit',
  'host',
  'purpose',
  'gate',
  'direction',
  'outcome',
  'reason',
  'transport',
  'presence',
  'from',
  'until',
  'days',
];

export class SaveView extends Command<SavedView> {
  constructor(
    readonly staffId: string,
    readonly view: SaveViewInput,
  ) {
    super();
  }
}

@CommandHandler(SaveView)
export class SaveViewHandler implements ICommandHandler<SaveView> {
  constructor(
    private readonly views: SavedViews,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async execute({ staffId, view: { list, name, query, columns } }: SaveView): Promise<SavedView> {
    if ((await this.views.count(staffId)) >= MOST) throw new DomainError('request.conflict');
    const kept = Object.entries(query).filter(
      ([key, value]) => filters.includes(key) && typeof value === 'string' && /^[\w:.-]{1,60}$/.test(value),
    );
    const view = { id: this.ids.uuid(), list, name: name.trim(), query: Object.fromEntries(kept), columns };
    return { ...view, id: await this.views.keep(staffId, view, this.clock.now()) };
  }
}
