import { type CheckpointFile, isSigned } from '../checkpoint.js';
import { type Link, recomputedHash, type StoredEntry } from '../link.js';
import { GENESIS, sealHash } from '../seal.js';
import { type Finding, type FindingKind, type Report } from './finding.js';

const LISTED = 100;
const DAY_MS = 86_400_000;

/**
 * Walks a chain from its beginning and notes everything that does not fit. After a fault it goes on from what is stored,
 * so that one change is one or two findings and not all that follow.
 */
export class ChainCheck {
  private readonly findings: Finding[] = [];
  private found = 0;
  private links = 0;
  private unsealed = 0;
  private confirmed = 0;
  private first: number | null = null;
  private last: Link | null = null;
  private readonly checkpoints = new Map<number, CheckpointFile[]>();

  /** `begin` is the sequence number that the first link must have. */
  constructor(private readonly begin = 1) {}

  /** To be given before the links. `knownKey` is what the database says the signer's public key is, if it says anything. */
  expect(checkpoint: CheckpointFile, knownKey: string | null): void {
    const about = checkpoint.at;
    this.checkpoints.set(checkpoint.seq, [...(this.checkpoints.get(checkpoint.seq) ?? []), checkpoint]);
    if (knownKey !== null && knownKey !== checkpoint.publicKey) this.note('key-replaced', checkpoint.seq, about);
    const { signature, publicKey } = checkpoint;
    if (!isSigned(checkpoint, Buffer.from(signature, 'base64'), Buffer.from(publicKey, 'base64')))
      this.note('checkpoint-signature', checkpoint.seq, about);
  }

  /** The next link, in order of sequence numbers. */
  link(link: Link): void {
    const expected = this.last ? this.last.seq + 1 : this.begin;
    if (link.seq !== expected) this.note('gap', link.seq, `${expected}–${link.seq - 1}`);
    else if (link.prevHash !== this.hashBefore(link)) this.note('link-broken', link.seq, link.entryId);
    if (link.entry) this.entry(link, link.entry);
    else this.note('entry-missing', link.seq, link.entryId);
    if (!this.last) this.compare(link.seq - 1, link.prevHash);
    this.compare(link.seq, link.hash);
    this.first ??= link.seq;
    this.last = link;
    this.links += 1;
  }

  /** An entry that no seal points to: harmless when it is young. */
  withoutSeal(entry: StoredEntry): void {
    this.unsealed += 1;
    if (entry.hash !== recomputedHash(entry)) this.note('entry-changed', null, entry.id);
    const sealedUntil = this.last ? Date.parse(this.last.sealedAt) : 0;
    if (sealedUntil - Date.parse(entry.insertedAt) > DAY_MS) this.note('unsealed-too-long', null, entry.id);
  }

  /** What the last line of a file says about its end. */
  endsWith(end: { seq: number; hash: string } | null): void {
    if (end && end.seq === (this.last?.seq ?? this.begin - 1) && (!this.last || end.hash === this.last.hash)) return;
    this.note('file-unfinished', this.last?.seq ?? null, end ? String(end.seq) : '–');
  }

  note(kind: FindingKind, seq: number | null, about: string): void {
    this.found += 1;
    if (this.findings.length < LISTED) this.findings.push({ kind, seq, about });
  }

  /** After the last link. */
  report(): Report {
    const lastSeq = this.last?.seq ?? null;
    const given = [...this.checkpoints.values()].flat();
    for (const { seq, at } of given) if (seq > (lastSeq ?? this.begin - 1)) this.note('truncated', seq, at);
    return {
      links: this.links,
      firstSeq: this.first,
      lastSeq,
      lastHash: this.last?.hash ?? GENESIS.toString('hex'),
      unsealed: this.unsealed,
      checkpoints: { given: given.length, confirmed: this.confirmed },
      findings: this.findings,
      found: this.found,
    };
  }

  private compare(seq: number, hash: string): void {
    for (const checkpoint of this.checkpoints.get(seq) ?? []) {
      if (checkpoint.hash === hash) this.confirmed += 1;
      else this.note('checkpoint-differs', seq, checkpoint.at);
    }
  }

  /** A part of a chain begins with whatever hash it names; the whole chain with the genesis hash. */
  private hashBefore(link: Link): string {
    if (this.last) return this.last.hash;
    return this.begin === 1 ? GENESIS.toString('hex') : link.prevHash;
  }

  private entry(link: Link, entry: StoredEntry): void {
    if (entry.hash !== recomputedHash(entry)) this.note('entry-changed', link.seq, entry.id);
    const bytes = (hex: string) => Buffer.from(hex, 'hex');
    const hash = sealHash(bytes(link.prevHash), link.seq, bytes(entry.hash), entry.insertedAt, link.sealedAt);
    if (link.entryId !== entry.id || hash.toString('hex') !== link.hash) this.note('seal-changed', link.seq, entry.id);
  }
}
