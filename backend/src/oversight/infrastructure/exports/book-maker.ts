import { type Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type ExportList } from '@gatehouse/contract';
import { Clock } from '../../../kernel/clock.js';
import { KeyRing } from '../../../platform/crypto/key-ring.js';
import { signStatement } from '../../../platform/crypto/statement.js';
import { SearchWords } from '../../../platform/search/search-words.js';
import { Settings } from '../../../platform/settings.js';
import { type BookSigner, writeSignedBook } from '../../../platform/sheets/signed/signed-book.js';
import { type Manifest } from '../../../platform/sheets/signed/manifest.js';
import { type ExportJob } from '../../domain/export-job.js';
import { ExportSource } from './export-source.js';
import { FilterWords } from './filter-words.js';

/** From so many rows on a file is made to be read by programs: no styles, moments as text. */
const PLAIN_FROM = 50_000;

/** All lists that can be exported, by name. */
export class ExportSources extends Map<ExportList, ExportSource> {}

/** Writes an export as the signed Excel file that its person gets. */
@Injectable()
export class BookMaker {
  constructor(
    private readonly sources: ExportSources,
    private readonly filterWords: FilterWords,
    private readonly words: SearchWords,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** `heard` is told how many rows there are of how many, and may throw to stop. */
  async write(job: ExportJob, to: Writable, heard: (rows: number, total: number) => Promise<void>): Promise<Manifest> {
    const source = this.sources.get(job.list);
    if (!source) throw new Error(`no source for ${job.list}`);
    const typed = job.filter.words ? await this.words.textOf(job.filter.words, job.staff.id) : '';
    const sought = typed ? await this.words.meanings(typed) : null;
    const opened = await source.open({ ...job, sought, typed, now: this.clock.now() });
    const total = await opened.count();
    await heard(0, total);
    const { locale } = job;
    const head = {
      id: job.id,
      list: job.list,
      title: opened.title,
      organisation: locale === 'zh' ? this.settings.ORGANISATION : this.settings.ORGANISATION_EN,
      exportedBy: `${job.staff.name} ${job.staff.number}`,
      exportedAt: this.clock.now().toISOString(),
      reason: printable(job.reason),
      filter: printable(await this.filterWords.of(job)),
      locale,
      isFull: job.isFull,
      isPlain: total > PLAIN_FROM,
    };
    const plan = { head, columns: opened.columns, signer: await this.signer() };
    return writeSignedBook(to, plan, opened.batches(), (rows) => heard(rows, Math.max(rows, total)));
  }

  /** The key of the audit's checkpoints: whoever keeps one of those elsewhere can tell our files from others. */
  private async signer(): Promise<BookSigner> {
    const key = await this.keys.signing('checkpoint');
    return {
      keyVersion: key.version,
      publicKey: key.publicKey?.toString('base64') ?? '',
      sign: (statement) => signStatement(statement, key.secret).toString('base64'),
    };
  }
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f\ufffe\uffff]+/g, ' ').trim();
