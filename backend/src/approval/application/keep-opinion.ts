import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type OpinionKind } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { CommonOpinion } from '../domain/common-opinion.js';
import { Opinions } from './opinions.js';

/** One more in somebody's own list, or without an owner in the shared one. Answers its id. */
export class KeepOpinion extends Command<string> {
  constructor(
    readonly ownerId: string | null,
    readonly kind: OpinionKind,
    readonly text: string,
  ) {
    super();
  }
}

@CommandHandler(KeepOpinion)
export class KeepOpinionHandler implements ICommandHandler<KeepOpinion> {
  constructor(
    private readonly opinions: Opinions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ ownerId, kind, text }: KeepOpinion): Promise<string> {
    const held = await this.opinions.countOf(ownerId);
    const opinion = CommonOpinion.write(this.ids.uuid(), ownerId, kind, text, held, this.clock.now());
    this.opinions.add(opinion);
    return opinion.id;
  }
}
