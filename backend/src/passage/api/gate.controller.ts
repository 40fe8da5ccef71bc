import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { type AskVerdictInput, type OutcomeAnswer, type VerdictAnswer } from '@gatehouse/contract';
import { Device, DeviceOnly, type DevicePrincipal } from '../../platform/http/access.js';
import { DeviceRates } from '../../platform/http/device-rates.js';
import { Example, Refuses } from '../../platform/http/described.js';
import { GateDesk } from '../application/gate-desk.js';
import { isAbleTo, requireAbility } from './device-abilities.js';
import { outcomeExample, verdictExample } from './gate-examples.js';
import { AskVerdictDto, ConfirmPassageDto } from './gate.dto.js';
import { readQuestion } from './read-question.js';

/** A turnstile at its busiest judges one a second; a guard's device may have something to repeat. */
const verdicts = { name: 'verdicts', burst: 600, perSecond: 20 };
const outcomes = { name: 'outcomes', burst: 600, perSecond: 20 };
const typed = new Set<AskVerdictInput['credential']['kind']>(['number', 'document', 'plate', 'party']);

/** What happens at a gate, device side. */
@ApiTags('gate')
@Controller('gate/v1')
export class GateController {
  constructor(
    private readonly desk: GateDesk,
    private readonly rates: DeviceRates,
  ) {}

  /**
   * Judges what was shown. 200 for every judged request, also for a refusal; the same nonce gets the same answer. A device
   * beside which nobody stands is told no names, and takes nothing that is typed.
   */
  @Post('verdicts')
  @HttpCode(200)
  @DeviceOnly()
  @ApiBody({ type: AskVerdictDto })
  @Refuses('passage.gate-not-yours', 'device.not-for-this', 'request.too-many')
  @Example(verdictExample)
  async ask(@Body() question: unknown, @Device() device: DevicePrincipal): Promise<VerdictAnswer> {
    this.rates.spend(verdicts, device.id);
    const asked = readQuestion(question);
    if (typed.has(asked.credential.kind)) requireAbility(device, 'typed');
    const answer = await this.desk.ask(device, asked);
    return isAbleTo(device, 'person') ? answer : { ...answer, person: null };
  }

  /** What happened after the verdict. The same outcome again is a duplicate; another one is 409 `passage.outcome-conflict`. */
  @Post('passages/:id/outcome')
  @HttpCode(200)
  @DeviceOnly()
  @Refuses('passage.not-found', 'passage.outcome-conflict', 'request.too-many')
  @Example(outcomeExample)
  confirm(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() outcome: ConfirmPassageDto,
    @Device() device: DevicePrincipal,
  ): Promise<OutcomeAnswer> {
    this.rates.spend(outcomes, device.id);
    return this.desk.confirm(device, id, outcome);
  }
}
