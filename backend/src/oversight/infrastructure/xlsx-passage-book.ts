import { once } from 'node:events';
import { type Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type PassageRow } from '@gatehouse/contract';
import ExcelJS from 'exceljs';
import { type BookCover, PassageBook, type WrittenBook } from './passage-book.js';
import { coverLines, type Tally } from './cover-sheet.js';
import { passageColumnsOfSheet } from './passage-columns.js';
import { rowDigest } from './row-digest.js';

const MOST_QUEUED = 512 * 1024;
const MOMENT = 'yyyy-mm-dd hh:mm:ss';

type Book = ExcelJS.stream.xlsx.WorkbookWriter;
type Sheet = ExcelJS.Worksheet & { stream: { pipes: Writable[] } };

/**
 * Writes .xlsx with exceljs. Its writer knows no back-pressure: whole sheets would queue up in front of the zip. So after
 * each batch we wait until that queue is short, which also lets other requests have their turn.
 */
@Injectable()
export class XlsxPassageBook extends PassageBook {
  async write(to: Writable, cover: BookCover, batches: AsyncIterable<PassageRow[]>): Promise<WrittenBook> {
    const gone = goneReader(to);
    const book: Book = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream: to,
      useStyles: true,
      zip: { zlib: { level: 1 } },
    });
    book.creator = cover.organisation;
    const coverSheet = book.addWorksheet(cover.locale === 'zh' ? '封面' : 'Cover');
    const tally: Tally = { rows: 0, digest: cover.exportId, newest: null, oldest: null, campuses: new Set() };
    const sheet = passageSheet(book, cover);
    try {
      for await (const batch of batches) {
        for (const row of batch) addPassage(sheet, row, cover, tally);
        await Promise.race([settle(sheet), gone]);
      }
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: passageColumnsOfSheet.length + 1 } };
      sheet.commit();
      fillCover(coverSheet, cover, tally);
      await Promise.race([book.commit(), gone]);
    } catch (error) {
      (book as Book & { zip: { abort: () => void } }).zip.abort();
      throw error;
    }
    return { rows: tally.rows, digest: tally.digest };
  }
}

function passageSheet(book: Book, cover: BookCover): Sheet {
  const sheet = book.addWorksheet(cover.locale === 'zh' ? '通行记录' : 'Passages', {
    views: [{ state: 'frozen', ySplit: 1 }],
    // On paper every page says whose copy it is.
    headerFooter: { oddFooter: `&L${footer(cover)}&R&P / &N` },
  }) as Sheet;
  const hash = { heading: { zh: '行哈希', en: 'Row hash' }, width: 66 };
  sheet.columns = [...passageColumnsOfSheet, hash].map(({ heading, width }) => ({
    header: heading[cover.locale],
    width,
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  return sheet;
}

function addPassage(sheet: Sheet, passage: PassageRow, { locale }: BookCover, tally: Tally): void {
  const cells = passageColumnsOfSheet.map(({ value }) => value(passage, locale));
  tally.digest = rowDigest(tally.digest, cells);
  tally.rows += 1;
  tally.newest ??= passage.at;
  tally.oldest = passage.at;
  tally.campuses.add(passage.campus.name);
  const row = sheet.addRow([...cells, tally.digest]);
  cells.forEach((cell, at) => {
    if (cell instanceof Date) row.getCell(at + 1).numFmt = MOMENT;
  });
  row.commit();
}

function fillCover(sheet: ExcelJS.Worksheet, cover: BookCover, tally: Tally): void {
  sheet.columns = [{ width: 22 }, { width: 90 }];
  for (const [label, value] of coverLines(cover, tally)) {
    const row = sheet.addRow([label, value]);
    row.getCell(1).font = { bold: true };
    row.getCell(2).alignment = { horizontal: 'left', wrapText: true };
    if (value instanceof Date) row.getCell(2).numFmt = MOMENT;
    row.commit();
  }
  sheet.commit();
}

const footer = ({ exportedBy, exportedAt, exportId }: BookCover): string =>
  `${exportedBy} ${exportedAt.toISOString().slice(0, 10)} ${exportId}`.replaceAll('&', '&&');

async function settle(sheet: Sheet): Promise<void> {
  const [queue] = sheet.stream.pipes;
  while (queue && queue.writableLength > MOST_QUEUED) await once(queue, 'drain');
  await new Promise(setImmediate);
}

/** Rejects when whoever reads hangs up before everything was written; never resolves. */
function goneReader(to: Writable): Promise<never> {
  const gone = new Promise<never>((_, reject) => {
    to.once('close', () => {
      if (!to.writableFinished) reject(new Error('the reader is gone'));
    });
  });
  gone.catch(() => undefined);
  return gone;
}
