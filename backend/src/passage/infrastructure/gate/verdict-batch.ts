import { type VerdictAnswer } from '@gatehouse/contract';
import { type GatePolicy } from '@gatehouse/contract/pass/decision';
import { Injectable } from '@nestjs/common';
import { type PoolClient } from 'pg';
import { Clock } from '../../../kernel/clock.js';
import { Ids } from '../../../kernel/ids.js';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import { Rules } from '../../../policy/public.js';
import { StandingList } from '../../../watchlist/public.js';
import { gatePolicy } from '../../domain/gate-policy.js';
import { spoken, type StoredAnswer, storedAnswer } from '../../domain/verdict-answer.js';
import { type GateFact, GateFacts } from '../gate-facts.js';
import { HotTransactions } from './hot-transactions.js';
import { type Found, judge, type Match, prove } from './judge.js';
import { lockPasses, personOf } from './known-passes.js';
import { locate, type Replaced, replacedLookups } from './locate.js';
import { PassageAnnouncements } from './passage-announcements.js';
import { type Question } from './question.js';
import { SignatureThreads } from './signature-threads.js';
import { SuspendedHosts } from './suspended-hosts.js';
import { storedAnswers, type VerdictRow, verdictRow, verdictValues, writeVerdicts } from './verdict-rows.js';

/** Judges a batch in one transaction: lock, decide, write, commit. */
@Injectable()
export class VerdictBatch {
  constructor(
    private readonly transactions: HotTransactions,
    private readonly blacklist: StandingList,
    private readonly rules: Rules,
    private readonly gates: GateFacts,
    private readonly suspendedHosts: SuspendedHosts,
    private readonly announcements: PassageAnnouncements,
    private readonly signatures: SignatureThreads,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async judge(questions: Question[]): Promise<VerdictAnswer[]> {
    const [gates, rules] = await Promise.all([this.gates.all(), this.rules.current()]);
    const policy = gatePolicy(rules);
    const listeners = this.announcements.ofRefusals;
    const { rows, isNew } = await this.transactions.run(async (client, finish) => {
      const now = this.clock.now();
      const found = await this.find(client, questions, gates, now);
      await this.suspendedHosts.note(
        found.flatMap(({ pass }) => pass ?? []),
        rules.settings,
        now,
      );
      const rows = questions.map((question, at) => this.row(question, found[at] ?? nothing, policy, gates, now));
      const values = verdictValues(rows, now, rules.version, listeners);
      const written = await finish<{ id: string }>({ name: 'write-verdicts', text: writeVerdicts, values });
      return { rows, isNew: new Set(written.map(({ id }) => id)) };
    });
    this.announcements.wake(listeners);
    const earlier = await this.earlierAnswers(rows.map((row) => (isNew.has(row.id) ? null : row)));
    return rows.map(({ nonce, answer }, at) => spoken(nonce, earlier.get(at) ?? answer));
  }

  private row(
    question: Question,
    found: Found,
    policy: GatePolicy,
    gates: Map<string, GateFact>,
    now: Date,
  ): VerdictRow {
    const judgement = judge(question, found, policy, now.getTime());
    const { verdict } = judgement;
    // A code whose signature is wrong may show whose lookup it copied, never who that is.
    const person = found.pass && verdict.reason !== 'BAD_SIGNATURE' ? personOf(found.pass, now) : null;
    const passage = { id: this.ids.uuid(), direction: question.input.direction };
    const namesOf = (ids: readonly string[]) => ids.flatMap((id) => gates.get(id)?.name ?? []);
    const answer = storedAnswer(verdict, passage, person, namesOf);
    return verdictRow(this.audit, question, found.pass, judgement, answer, now);
  }

  private async find(
    client: PoolClient,
    questions: Question[],
    gates: Map<string, GateFact>,
    now: Date,
  ): Promise<Found[]> {
    const lookups = questions.flatMap(({ shown }) => (shown.kind === 'short' ? [shown.lookup] : []));
    const ids: (string | null)[] = [];
    for (const { shown, input, gate, device } of questions) {
      const place = { direction: input.direction, campusId: gate.campusId, gateId: gate.id, deviceId: device.id };
      ids.push(await locate(client, { shown, ...place }, now));
    }
    const passes = await lockPasses(client, lookups, present(ids), gates);
    const byLookup = new Map(passes.map((pass) => [pass.row.lookup, pass]));
    const replaced = await this.replaced(
      client,
      lookups.filter((lookup) => !byLookup.has(lookup)),
    );
    const left = [...replaced.values()].map(({ passId }) => passId);
    const byId = new Map(passes.map((pass) => [pass.id, pass]));
    const unlocked = left.filter((id) => !byId.has(id));
    if (unlocked.length > 0) for (const pass of await lockPasses(client, [], unlocked, gates)) byId.set(pass.id, pass);

    const matches = questions.map(({ shown }, at) => {
      if (shown.kind !== 'short') return { pass: byId.get(ids[at] ?? '') ?? null, replaced: null };
      const old = replaced.get(shown.lookup) ?? null;
      return { pass: byLookup.get(shown.lookup) ?? (old && byId.get(old.passId)) ?? null, replaced: old };
    });
    const [levels, proofs] = await Promise.all([
      this.levels(questions, matches, now),
      Promise.all(
        questions.map((question, at) => prove(question, matches[at] ?? noMatch, now.getTime(), this.signatures)),
      ),
    ]);
    return matches.map((match, at) => ({ ...match, level: levels[at] ?? 'none', proof: proofs[at] ?? 'UNKNOWN' }));
  }

  private replaced(client: PoolClient, lookups: string[]): Promise<Map<string, Replaced>> {
    return lookups.length > 0 ? replacedLookups(client, lookups) : Promise.resolve(new Map<string, Replaced>());
  }

  /** Asked for every batch: whoever has just been listed is stopped by the next scan, whichever process wrote the list. */
  private levels(questions: Question[], matches: Match[], now: Date) {
    const people = matches.map(({ pass }, at) => ({
      campusId: questions[at]?.gate.campusId,
      documentIndex: pass?.row.document_index,
      mobileIndex: pass?.row.mobile_index,
      plateKey: pass?.row.plate_key,
    }));
    return this.blacklist.levels(people, now);
  }

  private async earlierAnswers(known: (VerdictRow | null)[]): Promise<Map<number, StoredAnswer>> {
    const places = known.flatMap((row, at) => (row ? [{ row, at }] : []));
    if (places.length === 0) return new Map();
    const rows = await this.transactions.read<{ place: string; answer: StoredAnswer }>(storedAnswers, [
      places.map(({ row }) => row.campus_id),
      places.map(({ row }) => row.device_id),
      places.map(({ row }) => row.nonce),
    ]);
    return new Map(
      rows.flatMap(({ place, answer }) => {
        const at = places[Number(place) - 1]?.at;
        return at === undefined ? [] : [[at, answer] as const];
      }),
    );
  }
}

const noMatch: Match = { pass: null, replaced: null };
const nothing: Found = { ...noMatch, level: 'none', proof: 'UNKNOWN' };
const present = (ids: (string | null)[]): string[] => ids.filter((id) => id !== null);
