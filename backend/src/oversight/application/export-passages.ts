import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PassageFilter } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { type PassageScope } from '../../passage/public.js';
import { Journal } from './journal.js';

/** An export that was announced in the audit. */
export interface AnnouncedExport {
  id: string;
  reason: string;
}

/** Announces an export of passages, before the first row leaves. */
export class ExportPassages extends Command<AnnouncedExport> {
  constructor(
    readonly filter: PassageFilter,
    readonly reason: string,
    readonly scope: PassageScope,
  ) {
    super();
  }
}

@CommandHandler(ExportPassages)
export class ExportPassagesHandler implements ICommandHandler<ExportPassages> {
  constructor(
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ filter, reason, scope }: ExportPassages): Promise<AnnouncedExport> {
    const words = reason.trim();
    if (!words) throw new DomainError('export.reason-needed', {}, [{ path: 'reason', code: 'export.reason-needed' }]);
    const id = this.ids.uuid();
    await this.journal.record(
      'passage.exported',
      { kind: 'export', id },
      { reason: words, filter: named(filter), scope },
    );
    return { id, reason: words };
  }
}

/** What was searched for may be a name: only that something was. */
function named({ q, after: _after, limit: _limit, ...rest }: PassageFilter): Record<string, unknown> {
  return { ...rest, ...(q && { byWords: true }) };
}
