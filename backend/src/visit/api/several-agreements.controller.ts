import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type AgreementResult, type ApprovalDetail, type ErrorCode } from '@gatehouse/contract';
import { DecideStep } from '../../approval/public.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { problemOf } from '../../platform/http/problem.filter.js';
import { currentScope } from '../../platform/scope.js';
import { MyApprovalsQuery } from '../application/my-approvals.query.js';
import { AgreeToSeveralDto } from './approval.dto.js';

/** Agreeing to several at once: each is checked and decided by itself, one that fails stops no other. */
@ApiTags('approvals')
@Controller('approvals/agreements')
@Permission('approval.decide')
export class SeveralAgreementsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly approvals: MyApprovalsQuery,
  ) {}

  @Post()
  @HttpCode(200)
  async agree(@Body() { ids, opinion }: AgreeToSeveralDto, @Staff() staff: StaffPrincipal): Promise<AgreementResult[]> {
    const results: AgreementResult[] = [];
    for (const id of new Set(ids)) results.push(await this.one(id, opinion ?? null, staff));
    return results;
  }

  private async one(
    id: string,
    opinion: string | null,
    { id: staffId, name }: StaffPrincipal,
  ): Promise<AgreementResult> {
    try {
      mustBePlain(await this.approvals.detail(staffId, id, currentScope().locale));
      await this.commands.execute(new DecideStep(id, { id: staffId, name }, { agree: true, opinion, leaderId: null }));
      return { id, problem: null };
    } catch (error) {
      const { code, detail } = problemOf(codeOf(error));
      return { id, problem: { code, detail } };
    }
  }
}

/** What has a warning, needs a leader or came late to this desk is opened and read first. */
function mustBePlain({ can, warning, routeReasons, correction, inPlaceOf }: ApprovalDetail): void {
  if (!can.agree) throw new DomainError('approval.already-decided');
  if (warning || can.mustHandToLeader || routeReasons?.length || correction || inPlaceOf)
    throw new DomainError('approval.needs-own-look');
}

/** Somebody who decided at the same moment is no reason to lose the results of the others. */
function codeOf(error: unknown): ErrorCode {
  if (error instanceof DomainError) return error.code;
  if (error instanceof Error && error.name === 'OptimisticLockError') return 'request.conflict';
  throw error;
}
