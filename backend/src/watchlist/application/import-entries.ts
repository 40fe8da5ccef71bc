import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type BlacklistColumn } from '@gatehouse/contract';
import { Campuses } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { BlacklistEntry, type MatchKey } from '../domain/blacklist-entry.js';
import { type EntryRow, type RawEntryRow, readEntryRows } from '../domain/entry-rows.js';
import { BlacklistEntries, keyText } from './blacklist-entries.js';
import { type Lister } from './list-person.js';
import { listingOf } from './listing-of.js';
import { MatchKeys } from './match-keys.js';

/** What became of a row, or would. */
export interface ImportedRow extends EntryRow {
  keys: MatchKey[];
  campusName: string | null;
  state: 'new' | 'known' | 'faulty';
}

/** Lists the people of a sheet, or only says what would come of it. Rows with faults, and what is listed, are left out. */
export class ImportEntries extends Command<ImportedRow[]> {
  constructor(
    readonly rows: RawEntryRow[],
    readonly apply: boolean,
    readonly by: Lister,
  ) {
    super();
  }
}

@CommandHandler(ImportEntries)
export class ImportEntriesHandler implements ICommandHandler<ImportEntries> {
  constructor(
    private readonly entries: BlacklistEntries,
    private readonly matchKeys: MatchKeys,
    private readonly campuses: Campuses,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ rows, apply, by }: ImportEntries): Promise<ImportedRow[]> {
    const campuses = await this.campuses.all();
    const nameOf = (id?: string): string | null => campuses.find((campus) => campus.id === id)?.name ?? null;
    const drafts: (ImportedRow & { entry: BlacklistEntry | null })[] = [];
    for (const row of readEntryRows(rows, campuses)) {
      const { entry, keys } = await this.draft(row, by);
      drafts.push({ ...row, keys, entry, campusName: nameOf(row.input.campusId), state: entry ? 'new' : 'faulty' });
    }
    await this.leaveOutWhatIsListed(drafts);
    for (const { entry, state } of drafts) if (apply && entry && state === 'new') this.entries.add(entry);
    return drafts.map(({ entry: _, ...row }) => row);
  }

  private async draft(row: EntryRow, by: Lister): Promise<{ entry: BlacklistEntry | null; keys: MatchKey[] }> {
    const matching = await this.matchKeys.of(row.input);
    addFaults(row, matching.faults);
    try {
      const listing = listingOf(this.ids.uuid(), row.input, matching, by.name);
      const entry = BlacklistEntry.list(listing, this.clock.now());
      if (!entry.isWithin(by.campusIds)) addFaults(row, [{ path: 'campus', code: 'auth.not-permitted' }]);
      return { entry: row.faults.length > 0 ? null : entry, keys: matching.keys };
    } catch (refused) {
      if (!(refused instanceof DomainError)) throw refused;
      const told = row.faults.length > 0 && refused.fields.length === 0;
      if (!told)
        addFaults(row, refused.fields.length > 0 ? refused.fields : [{ path: 'documentNumber', code: refused.code }]);
      return { entry: null, keys: matching.keys };
    }
  }

  /** A sheet sent twice lists nobody twice: whoever has all his keys on the list at this campus is there already. */
  private async leaveOutWhatIsListed(drafts: (ImportedRow & { entry: BlacklistEntry | null })[]): Promise<void> {
    const textsOf = ({ entry }: { entry: BlacklistEntry | null }): string[] =>
      (entry?.keys ?? []).map(({ kind, index }) => keyText(entry?.campusId ?? null, kind, index));
    const standing = new Set(await this.entries.standing(drafts.flatMap(textsOf), this.clock.now()));
    const inSheet = new Set<string>();
    for (const draft of drafts.filter(({ entry }) => entry)) {
      const texts = textsOf(draft);
      const isIn = (known: Set<string>) => texts.length > 0 && texts.every((text) => known.has(text));
      if (isIn(standing)) draft.state = 'known';
      else if (isIn(inSheet)) {
        draft.state = 'faulty';
        draft.faults.push({ column: 'name', code: 'blacklist.row-twice' });
      }
      for (const text of texts) inSheet.add(text);
    }
  }
}

const columns: Record<string, BlacklistColumn> = { campusId: 'campus' };

function addFaults(row: EntryRow, faults: FieldError[]): void {
  for (const { path, code } of faults) row.faults.push({ column: columns[path] ?? (path as BlacklistColumn), code });
}
