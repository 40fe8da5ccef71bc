import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { BlacklistEntries } from './blacklist-entries.js';
import { Evidence, type EvidenceFile } from './evidence.js';

/** Somebody looks at a file of an entry. A command, because every look is written down. */
export class LookAtEvidence extends Command<EvidenceFile> {
  constructor(
    readonly entryId: string,
    readonly fileId: string,
    /** null = all */
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(LookAtEvidence)
export class LookAtEvidenceHandler implements ICommandHandler<LookAtEvidence> {
  constructor(
    private readonly entries: BlacklistEntries,
    private readonly evidence: Evidence,
  ) {}

  async execute({ entryId, fileId, campusIds }: LookAtEvidence): Promise<EvidenceFile> {
    await this.entries.readable(entryId, campusIds);
    const file = await this.evidence.look(entryId, fileId);
    if (!file) throw new DomainError('blacklist.not-found');
    return file;
  }
}
