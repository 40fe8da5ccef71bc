import { createCipheriv, createHash } from 'node:crypto';
import { BUNDLE_HORIZON_HOURS } from '@gatehouse/contract/bundle/format';
import { type SyncSeal } from '@gatehouse/contract/bundle/aead';
import { sealMusterRow, sealRecord } from '@gatehouse/contract/bundle/records';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../kernel/clock.js';
import { Ids } from '../../../kernel/ids.js';
import { PersonVault } from '../../../platform/crypto/person-vault.js';
import { Database } from '../../../platform/database/database.js';
import { refusesSuspendedHosts, Rules } from '../../../policy/public.js';
import { Screening } from '../../../watchlist/public.js';
import { type BundleItems, GateBundle } from '../../application/gate-bundle.js';
import { MusterKeys } from '../../application/muster-keys.js';
import { MusterQuery } from '../../application/muster.query.js';
import { BundleShelf, type WantedItem } from './bundle-shelf.js';
import { deniedEntries } from './denied-entries.js';
import { presenceEntry, recordOf, type WantedPass, wantedPasses } from './wanted-passes.js';

const FRESH_MS = 2_000;
const HOUR_MS = 3_600_000;
/** Whoever shows a pass that ended learns that it did; who is inside stays in anyway. */
const ENDED_HOURS = 12;
const RECORD_KEY = 'pass-record-key';
const IV_BYTES = 12;

/** Compares what gates ought to know with what was published, and writes what differs. Sealing is the dear part. */
@Injectable()
export class PublishedBundle extends GateBundle {
  constructor(
    private readonly shelf: BundleShelf,
    private readonly database: Database,
    private readonly vault: PersonVault,
    private readonly screening: Screening,
    private readonly rules: Rules,
    private readonly muster: MusterQuery,
    private readonly musterKeys: MusterKeys,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  version(campusId: string): Promise<number> {
    return this.shelf.version(campusId);
  }

  async after(campusId: string, since: number | null): Promise<BundleItems> {
    const now = this.clock.now();
    const { version: before, floor, publishedAt } = await this.shelf.lock(campusId);
    const age = now.getTime() - publishedAt.getTime();
    const isFresh = before > 0 && age >= 0 && age < FRESH_MS;
    const version = isFresh ? before : await this.publish(campusId, before, now);
    const base = since !== null && since >= Math.max(floor, 1) && since <= version ? since : null;
    return {
      version,
      base: base ?? 0,
      kind: base === null ? 'full' : 'delta',
      publishedAt: isFresh ? publishedAt : now,
      ...(await this.shelf.after(campusId, base)),
    };
  }

  private async publish(campusId: string, before: number, now: Date): Promise<number> {
    const [wanted, known] = [await this.wanted(campusId, now), await this.shelf.digests(campusId)];
    const places = new Set(wanted.map(placeOf));
    const gone = [...known.keys()].filter((place) => !places.has(place));
    const news = wanted.filter((item) => known.get(placeOf(item)) !== item.digest);
    const version = news.length + gone.length > 0 || before === 0 ? before + 1 : before;
    const sealed = await this.withRecords(news);
    if (version > before) await this.shelf.write(campusId, version, sealed, gone, now);
    await this.shelf.publish(campusId, version, now);
    return version;
  }

  private async wanted(campusId: string, now: Date): Promise<(WantedItem & { pass?: WantedPass })[]> {
    const endedSince = new Date(now.getTime() - ENDED_HOURS * HOUR_MS);
    const horizon = new Date(now.getTime() + BUNDLE_HORIZON_HOURS * HOUR_MS);
    const refuses = refusesSuspendedHosts((await this.rules.current()).settings);
    const passes = await wantedPasses(this.database, campusId, { now, endedSince, horizon }, refuses);
    const levels = await this.screening.levels(
      passes.map(({ row }) => ({
        documentIndex: row.document_index,
        mobileIndex: row.mobile_index,
        plateKey: row.plate_key,
        campusId,
      })),
      now,
    );
    const records = passes.map((pass, at) => {
      const record = recordOf(pass, levels[at] ?? 'none');
      return { part: 'passes' as const, key: pass.lookup, digest: digestOf(record), content: () => record, pass };
    });
    const presence = passes.flatMap((pass) => {
      const entry = presenceEntry(pass);
      return entry ? [plain('presence', pass.lookup, [pass.lookup, entry])] : [];
    });
    const denied = await deniedEntries(this.database, campusId, endedSince);
    return [
      ...records,
      ...presence,
      ...denied.map((entry) => plain('denied', entry[0], entry)),
      ...(await this.musterItems(campusId, now)),
    ];
  }

  private async musterItems(campusId: string, now: Date): Promise<WantedItem[]> {
    const { id: keyId, key: musterKey } = await this.musterKeys.at(campusId, now);
    const people = await this.muster.people(campusId);
    return people.map((row) => ({
      part: 'muster',
      key: row.passId,
      digest: digestOf([keyId, row]),
      content: (version) => {
        const iv = this.ids.bytes(IV_BYTES);
        return [row.passId, version, sealMusterRow(row, { musterKey, version, iv, seal }), keyId];
      },
    }));
  }

  /** Seals the records among the news, each under the key of its own pass. Who was erased meanwhile is left out. */
  private async withRecords(news: (WantedItem & { pass?: WantedPass })[]): Promise<WantedItem[]> {
    const passes = news.flatMap(({ pass }) => pass ?? []);
    const people = await this.vault.findAll(passes.map(({ row }) => row.person_key_id));
    const rows = await this.database.rows(sql<{ id: string; sealed: Buffer }>`
      select id, record_key_sealed as sealed from pass
      where id = any(${passes.map(({ row }) => row.id)}::uuid[]) and record_key_sealed is not null
    `);
    const keys = new Map(rows.map(({ id, sealed }) => [id, sealed]));
    return news.flatMap((item): WantedItem[] => {
      if (!item.pass) return [item];
      const { row, lookup } = item.pass;
      const [person, keySealed] = [people.get(row.person_key_id), keys.get(row.id)];
      if (!person || !keySealed) return [];
      const recordKey = person.open(keySealed, RECORD_KEY);
      const content = (version: number) => {
        const sealing = { recordKey, lookup: row.lookup, version, iv: this.ids.bytes(IV_BYTES), seal };
        return [lookup, version, sealRecord(item.content(version) as never, sealing)];
      };
      return [{ ...item, content }];
    });
  }
}

const placeOf = ({ part, key }: WantedItem): string => `${part}|${key}`;
const digestOf = (facts: unknown): string => createHash('sha256').update(JSON.stringify(facts)).digest('base64url');
const plain = (part: WantedItem['part'], key: string, content: unknown): WantedItem => ({
  part,
  key,
  digest: digestOf(content),
  content: () => content,
});

const seal: SyncSeal = (key, iv, bytes, associated) => {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated);
  return new Uint8Array(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
};
