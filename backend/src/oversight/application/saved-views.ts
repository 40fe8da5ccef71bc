import { type SavedView } from '@gatehouse/contract';

/** Views that members of staff saved for themselves. */
export abstract class SavedViews {
  /** Keeps a view; one of the same list and name gives way to it. Answers its id. */
  abstract keep(staffId: string, view: SavedView, at: Date): Promise<string>;
  abstract count(staffId: string): Promise<number>;
  /** Whether there was such a view of this person. */
  abstract drop(staffId: string, id: string): Promise<boolean>;
}
