import {
  type AskVerdictInput,
  type ConfirmPassageInput,
  type OutcomeAnswer,
  type VerdictAnswer,
} from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { BlindIndex } from '../../../platform/crypto/blind-index.js';
import { currentScope } from '../../../platform/scope.js';
import { type AskingDevice, GateDesk } from '../../application/gate-desk.js';
import { PassIssuer } from '../../application/pass-issuer.js';
import { GateFacts } from '../gate-facts.js';
import { readCode, readTyped, type Shown } from './credential.js';
import { GroupCommit } from './group-commit.js';
import { type Confirmation } from './confirmation.js';
import { OutcomeBatch } from './outcome-batch.js';
import { type Question } from './question.js';
import { VerdictBatch } from './verdict-batch.js';

@Injectable()
export class SqlGateDesk extends GateDesk {
  private readonly verdicts: GroupCommit<Question, VerdictAnswer>;
  private readonly outcomes: GroupCommit<Confirmation, OutcomeAnswer>;

  constructor(
    verdictBatch: VerdictBatch,
    outcomeBatch: OutcomeBatch,
    private readonly gates: GateFacts,
    private readonly issuer: PassIssuer,
    private readonly blindIndex: BlindIndex,
    private readonly clock: Clock,
  ) {
    super();
    this.verdicts = new GroupCommit((questions) => verdictBatch.judge(questions));
    this.outcomes = new GroupCommit((confirmations) => outcomeBatch.settle(confirmations));
  }

  async ask(device: AskingDevice, input: AskVerdictInput): Promise<VerdictAnswer> {
    const gate = (await this.gates.all()).get(input.gate);
    if (!gate || !device.gateIds.includes(gate.id)) throw new DomainError('passage.gate-not-yours');
    const shown = await this.read(input.credential);
    return this.verdicts.ask({ device, input, gate, shown, scope: currentScope() });
  }

  confirm(device: AskingDevice, passageId: string, input: ConfirmPassageInput): Promise<OutcomeAnswer> {
    return this.outcomes.ask({ device, passageId, input, scope: currentScope() });
  }

  private async read(credential: AskVerdictInput['credential']): Promise<Shown> {
    if (credential.kind !== 'code') return readTyped(credential, this.blindIndex);
    const keys = await this.issuer.publicKeys();
    return readCode(credential.value, keys, this.clock.now().getTime() / 1000);
  }
}
