import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { BlacklistEntries } from './blacklist-entries.js';
import { Evidence, evidenceTypeOf } from './evidence.js';
import { type Lister } from './list-person.js';

const MOST_FILES = 10;

/** Puts a picture or a PDF to an entry. Answers the file's id. */
export class AddEvidence extends Command<string> {
  constructor(
    readonly entryId: string,
    readonly file: { name: string; bytes: Uint8Array },
    readonly by: Lister,
  ) {
    super();
  }
}

@CommandHandler(AddEvidence)
export class AddEvidenceHandler implements ICommandHandler<AddEvidence> {
  constructor(
    private readonly entries: BlacklistEntries,
    private readonly evidence: Evidence,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ entryId, file, by }: AddEvidence): Promise<string> {
    const entry = await this.entries.changeable(entryId, by.campusIds);
    const mediaType = evidenceTypeOf(file.bytes);
    if (!mediaType) throw new DomainError('blacklist.evidence-kind');
    if ((await this.evidence.count(entryId)) >= MOST_FILES) throw new DomainError('blacklist.evidence-too-much');
    const [id, at] = [this.ids.uuid(), this.clock.now()];
    await this.evidence.keep({ id, entryId, mediaType, at, addedBy: by.name, ...file });
    entry.backedBy(id, at);
    return id;
  }
}
