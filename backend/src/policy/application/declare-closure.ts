import { type ClosureInput } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Closure } from '../domain/closure.js';
import { Closures } from './closures.js';

/** A campus or a gate takes no visitors in for a while. Whom it meets is told; nothing is cancelled by it. */
export class DeclareClosure extends Command<string> {
  constructor(
    readonly input: ClosureInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(DeclareClosure)
export class DeclareClosureHandler implements ICommandHandler<DeclareClosure> {
  constructor(
    private readonly closures: Closures,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ input, by }: DeclareClosure): Promise<string> {
    const { campusId, gateId, reason } = input;
    if (gateId !== null && !(await this.closures.hasGate(campusId, gateId)))
      throw new DomainError('request.invalid', {}, [{ path: 'gateId', code: 'request.not-found' }]);
    const [begins, ends, id] = [new Date(input.begins), new Date(input.ends), this.ids.uuid()];
    const made = { id, campusId, gateId, begins, ends, reason: reason.trim(), by };
    this.closures.add(Closure.declare(made, this.clock.now()));
    return id;
  }
}
