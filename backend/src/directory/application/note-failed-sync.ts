import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { DirectorySync } from '../domain/directory-sync.js';
import { DirectorySyncs } from './directory-syncs.js';
import { type SyncStarter } from './sync-directory.js';

/** A directory server could not be read: kept, so that the console can show it. */
export class NoteFailedSync extends Command<void> {
  constructor(
    readonly label: string,
    readonly code: string,
    readonly by: SyncStarter,
  ) {
    super();
  }
}

@CommandHandler(NoteFailedSync)
export class NoteFailedSyncHandler implements ICommandHandler<NoteFailedSync> {
  constructor(
    private readonly syncs: DirectorySyncs,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute({ label, code, by }: NoteFailedSync): Promise<void> {
    const start = { id: this.ids.uuid(), origin: 'ldap' as const, complete: false, label };
    const sync = DirectorySync.begin(
      { ...start, startedBy: by?.id ?? null, startedByName: by?.name ?? '' },
      this.clock.now(),
    );
    sync.fail(code);
    this.syncs.add(sync);
    return Promise.resolve();
  }
}
