import { Injectable } from '@nestjs/common';
import { type RawBuilder } from 'kysely';

/** A column with keys that the master key wraps. Names and parts are ours, never a caller's. */
export interface WrappedColumn {
  table: string;
  column: string;
  /** expression by which a row is found, and its type */
  id: string;
  idType: 'uuid' | 'text';
  where?: string;
  /** what a row's key is wrapped for */
  purposeOf: (id: string) => string;
}

/** Turns a blind index (bytea) into its successor, as a part of a statement. */
export type Renewed = (index: string) => RawBuilder<Buffer>;

/** Every context names here where it keeps what the keys of the installation made, so that they can be renewed. */
@Injectable()
export class KeyedColumns {
  readonly wrapped: WrappedColumn[] = [];
  readonly indexes: ((renewed: Renewed) => RawBuilder<unknown>)[] = [];

  addWrapped(column: WrappedColumn): void {
    this.wrapped.push(column);
  }

  /** @param statement brings all blind indexes of a table to the next version of the key */
  addIndexes(statement: (renewed: Renewed) => RawBuilder<unknown>): void {
    this.indexes.push(statement);
  }
}
