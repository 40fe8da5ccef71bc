import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { PinoLogger } from 'nestjs-pino';
import { type PassageFilter } from '@gatehouse/contract';
import { type PassageScope } from '../../passage/public.js';
import { ExportedPassagesQuery } from '../application/exported-passages.query.js';
import { FinishExport } from '../application/finish-export.js';
import { type BookCover, PassageBook } from './passage-book.js';

/** Sends an announced export while it is being read from the database, and tells the audit how it ended. */
@Injectable()
export class PassageExport {
  constructor(
    private readonly commands: CommandBus,
    private readonly passages: ExportedPassagesQuery,
    private readonly book: PassageBook,
    private readonly logger: PinoLogger,
  ) {}

  /** The stream begins at once and ends with the workbook; it breaks when the workbook cannot be finished. */
  start(cover: BookCover, scope: PassageScope): Readable {
    const stream = new PassThrough();
    void this.run(stream, cover, cover.filter, scope);
    return stream;
  }

  private async run(stream: PassThrough, cover: BookCover, filter: PassageFilter, scope: PassageScope): Promise<void> {
    try {
      const { rows, digest } = await this.book.write(stream, cover, this.passages.rows(filter, scope));
      await this.commands.execute(new FinishExport(cover.exportId, { rows, digest, complete: true }));
    } catch (error) {
      this.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'export broken off');
      stream.destroy(error instanceof Error ? error : new Error('failed'));
      await this.commands.execute(new FinishExport(cover.exportId, { rows: 0, digest: '', complete: false }));
    }
  }
}
