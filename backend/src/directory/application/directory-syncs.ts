import { type DirectorySync } from '../domain/directory-sync.js';

/** The runs that were made. */
export abstract class DirectorySyncs {
  abstract add(sync: DirectorySync): void;
}
