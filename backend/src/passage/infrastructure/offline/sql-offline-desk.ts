import { type BatchItem } from '@gatehouse/contract';
import { type Reason } from '@gatehouse/contract/pass/reason';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../kernel/clock.js';
import { Ids } from '../../../kernel/ids.js';
import { BlindIndex } from '../../../platform/crypto/blind-index.js';
import { Database } from '../../../platform/database/database.js';
import { Rules } from '../../../policy/public.js';
import { Screening, type ScreeningLevel } from '../../../watchlist/public.js';
import { type AskingDevice } from '../../application/gate-desk.js';
import { OfflineDesk, type Taken } from '../../application/offline-desk.js';
import { PassIssuer } from '../../application/pass-issuer.js';
import { gatePolicy } from '../../domain/gate-policy.js';
import { overlapsWith } from '../../domain/overlap.js';
import { freed, presenceAfter, presenceFrom, settle } from '../../domain/settlement.js';
import { storedAnswer } from '../../domain/verdict-answer.js';
import { type GateFact, GateFacts } from '../gate-facts.js';
import { credentialOf, readCode, readTyped, type Shown } from '../gate/credential.js';
import { SignatureThreads } from '../gate/signature-threads.js';
import { judge, prove } from '../gate/judge.js';
import { type LockedPass, lockPasses, personOf } from '../gate/known-passes.js';
import { holderOf } from '../gate/question.js';
import { mayStillAnnul, SqlAnnulments } from './sql-annulments.js';
import { commandClient, findShown } from './find-shown.js';
import { PassageBook, type StoredPassage } from './passage-book.js';
import { currentScope } from '../../../platform/scope.js';

/** Where and when it happened, by the server's clock. */
interface Moment {
  gate: GateFact;
  at: Date;
  outcomeAt: Date;
  now: Date;
  skewSeconds: number;
}

@Injectable()
export class SqlOfflineDesk extends OfflineDesk {
  constructor(
    private readonly database: Database,
    private readonly book: PassageBook,
    private readonly annulments: SqlAnnulments,
    private readonly gates: GateFacts,
    private readonly issuer: PassIssuer,
    private readonly blindIndex: BlindIndex,
    private readonly screening: Screening,
    private readonly rules: Rules,
    private readonly signatures: SignatureThreads,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async take(device: AskingDevice, item: BatchItem, skewMs: number): Promise<Taken> {
    const gate = (await this.gates.all()).get(item.gate);
    if (gate?.campusId !== device.campusId || device.gateIds.length === 0)
      return invalid('gate', 'passage.gate-not-yours');
    const now = this.clock.now();
    const heard = (said: string) => new Date(Math.min(Date.parse(said) - skewMs, now.getTime()));
    const at = heard(item.at);
    const outcomeAt = new Date(Math.max(heard(item.outcomeAt).getTime(), at.getTime()));
    const moment = { gate, at, outcomeAt, now, skewSeconds: Math.round(skewMs / 100) / 10 };
    const stored = await this.book.withNonce(device.campusId, device.id, item.nonce);
    if (stored) return this.complete(stored, item, moment);
    return item.outcome === 'annulled' ? invalid('outcome', 'passage.not-found') : this.store(device, item, moment);
  }

  /** The scan is known: its outcome comes late, again, or different. */
  private async complete(stored: StoredPassage, item: BatchItem, moment: Moment): Promise<Taken> {
    const { outcome: wanted } = item;
    const wasAnnulled = stored.outcome === 'annulled' && (wanted === 'admitted' || wanted === 'annulled');
    if (wasAnnulled || wanted === 'lapsed') return known(stored, 'duplicate');
    if (wanted === 'annulled') return this.annul(stored, item, moment);
    const judged = {
      verdict: stored.verdict,
      outcome: stored.outcome,
      expiresAt: stored.expires_at?.getTime() ?? null,
      confirmed: stored.outcome_by !== null,
    };
    const settlement = settle(judged, wanted, moment.outcomeAt.getTime());
    if (settlement.kind === 'duplicate') return known(stored, 'duplicate');
    if (settlement.kind === 'conflict') {
      const suspicion = { kind: 'outcome-conflict' as const, passageIds: [stored.id], claims: { [stored.id]: wanted } };
      return { ...known(stored, 'conflict'), suspicions: [suspicion] };
    }
    const pass = await this.locked(stored.pass_id);
    Object.assign(stored, { outcome: wanted, forced: settlement.forced });
    await this.database.run(sql`
      update passage set outcome = ${wanted}, outcome_at = ${moment.outcomeAt}, outcome_by = ${item.by},
        outcome_note = ${item.note ?? null}, forced = ${settlement.forced}, offline = true
      where campus_id = ${stored.campus_id} and id = ${stored.id} and at = ${stored.at}
    `);
    if (pass) await this.move(pass, stored, moment.outcomeAt);
    await this.book.announce(stored, `passage.${wanted}`, { forced: settlement.forced, offline: true }, moment.now);
    return { ...known(stored, 'completed'), suspicions: pass ? await this.overlaps(pass, stored) : [] };
  }

  /** A scan nobody has heard of: the device judged alone. */
  private async store(device: AskingDevice, item: BatchItem, moment: Moment): Promise<Taken> {
    const { at, now, gate } = moment;
    const shown = await this.read(item.credential, at);
    const client = commandClient(this.database);
    const gates = await this.gates.all();
    const place = { direction: item.direction, campusId: gate.campusId, gateId: gate.id, deviceId: device.id };
    const match = await findShown(client, { shown, ...place }, gates, at);
    const { pass } = match;
    const level = await this.level(pass, now);
    const rules = await this.rules.current();
    const policyVersion = rules.version;
    const input = { ...item, at: at.toISOString() };
    const question = { device, input, gate, shown, scope: currentScope() };
    const proof = await prove(question, match, at.getTime(), this.signatures);
    // What was known of his whereabouts then is found out by comparing passages, not from where he is now.
    const elsewhere = pass && { ...pass, presence: { ...presenceFrom([], () => ''), state: 'closed' as const } };
    const found = { ...match, pass: elsewhere, level, proof };
    const { verdict: own, counter } = judge(question, found, gatePolicy(rules), at.getTime());
    const said = item.judged ?? { verdict: own.verdict, reason: own.reason, bundleVersion: null, bundleMadeAt: null };
    const forced = item.outcome === 'admitted' && (said.verdict === 'refuse' || own.verdict === 'refuse');
    const passage: StoredPassage = {
      id: this.ids.uuid(),
      at,
      learned_at: now,
      campus_id: gate.campusId,
      gate_id: gate.id,
      device_id: device.id,
      pass_id: pass?.id ?? null,
      visit_id: pass?.visitId ?? null,
      direction: item.direction,
      verdict: said.verdict,
      reason: said.reason,
      outcome: item.outcome,
      expires_at: null,
      outcome_by: item.by,
      nonce: item.nonce,
      counter,
      skew_seconds: moment.skewSeconds,
      forced,
      said: item.at,
    };
    const plate = item.plateSeen ?? (shown.kind === 'plate' ? shown.plate : (pass?.plate ?? null));
    const evidence = { said: item.at, server: own.reason, bundleMadeAt: said.bundleMadeAt };
    const answer = storedAnswer(
      { verdict: said.verdict, reason: said.reason, expiresAt: at.getTime() } as never,
      { id: passage.id, direction: item.direction },
      pass && own.reason !== 'BAD_SIGNATURE' ? personOf(pass, at) : null,
      () => [],
    );
    await this.database.run(sql`
      insert into passage_nonce (campus_id, device_id, nonce, passage_id, passage_at, answer)
      values (${gate.campusId}, ${device.id}, ${item.nonce}, ${passage.id}, ${at}, ${JSON.stringify(answer)})
    `);
    await this.database.run(sql`
      insert into passage (id, at, learned_at, campus_id, gate_id, device_id, pass_id, visit_id, direction, verdict, reason,
        outcome, outcome_at, outcome_by, outcome_note, credential, plate, nonce, counter, skew_seconds, forced, policy_version,
        evidence, offline, bundle_version)
      values (${passage.id}, ${at}, ${now}, ${gate.campusId}, ${gate.id}, ${device.id}, ${passage.pass_id}, ${passage.visit_id},
        ${item.direction}, ${said.verdict}, ${said.reason}, ${item.outcome}, ${moment.outcomeAt}, ${item.by}, ${item.note ?? null},
        ${credentialOf(shown)}, ${plate?.slice(0, 16) ?? null}, ${item.nonce}, ${counter}, ${moment.skewSeconds}, ${forced},
        ${policyVersion}, ${JSON.stringify(evidence)}, true, ${said.bundleVersion})
    `);
    if (pass) await this.move(pass, passage, moment.outcomeAt);
    const details = { forced, offline: true, verdict: said.verdict, reason: said.reason, server: own.reason };
    await this.book.announce(passage, `passage.${item.outcome}`, details, now);
    const suspicions = pass ? [...(await this.overlaps(pass, passage)), ...lateTruth(passage, own.reason)] : [];
    return { ...known(passage, 'stored', own.reason), suspicions };
  }

  private async annul(stored: StoredPassage, item: BatchItem, moment: Moment): Promise<Taken> {
    if (stored.outcome !== 'admitted') return invalid('outcome', 'passage.not-admitted');
    if (!mayStillAnnul(stored, new Date(item.outcomeAt))) return invalid('outcomeAt', 'passage.annulment-too-late');
    await this.annulments.annul(stored, item.by, item.note ?? '', moment.now);
    return known({ ...stored, outcome: 'annulled' }, 'stored');
  }

  private async move(pass: LockedPass, passage: StoredPassage, at: Date): Promise<void> {
    const nonce = holderOf(passage.device_id, passage.nonce);
    const gateName = (await this.gates.all()).get(passage.gate_id)?.name ?? '';
    const { direction, counter, gate_id: gateId } = passage;
    const admitted = passage.outcome === 'admitted';
    const presence = admitted
      ? presenceAfter(pass.presence, { direction, counter, nonce, gateId, gateName }, at.getTime())
      : freed(pass.presence, nonce);
    const isNewest = admitted && presence.since === at.getTime();
    await this.book.keepPresence(pass, presence, isNewest ? passage.id : pass.lastPassageId);
  }

  private async overlaps(pass: LockedPass, passage: StoredPassage): Promise<Taken['suspicions']> {
    if (passage.outcome !== 'admitted') return [];
    const others = overlapsWith(passage.id, await this.book.admitted(pass.id));
    return others.length > 0 ? [{ kind: 'double-passage', passageIds: [...others, passage.id] }] : [];
  }

  private async locked(passId: string | null): Promise<LockedPass | null> {
    if (!passId) return null;
    const passes = await lockPasses(commandClient(this.database), [], [passId], await this.gates.all());
    return passes[0] ?? null;
  }

  private async level(pass: LockedPass | null, now: Date): Promise<ScreeningLevel> {
    if (!pass) return 'none';
    const { document_index: documentIndex, mobile_index: mobileIndex, plate_key: plateKey } = pass.row;
    const keys = { documentIndex, mobileIndex, plateKey, campusId: pass.campusId };
    return (await this.screening.levels([keys], now))[0] ?? 'none';
  }

  private async read(credential: BatchItem['credential'], at: Date): Promise<Shown> {
    if (credential.kind !== 'code') return readTyped(credential, this.blindIndex);
    return readCode(credential.value, await this.issuer.publicKeys(), at.getTime() / 1000);
  }
}

/** Who was let in and should not have been, as is known by now. */
function lateTruth({ id, outcome, direction }: StoredPassage, reason: Reason): Taken['suspicions'] {
  if (outcome !== 'admitted' || direction !== 'entry') return [];
  if (reason === 'BLACKLISTED') return [{ kind: 'listed', passageIds: [id] }];
  return reason === 'REVOKED' || reason === 'CANCELLED' ? [{ kind: 'revoked', passageIds: [id] }] : [];
}

const known = (
  { id, pass_id, visit_id, forced }: StoredPassage,
  status: 'stored' | 'completed' | 'duplicate' | 'conflict',
  reason: Reason | null = null,
): Taken => ({ result: { status, passage: id, forced, reason }, passId: pass_id, visitId: visit_id, suspicions: [] });

const invalid = (path: string, code: string): Taken => ({
  result: { status: 'invalid', passage: null, forced: false, reason: null, problem: { path, code } },
  passId: null,
  visitId: null,
  suspicions: [],
});
