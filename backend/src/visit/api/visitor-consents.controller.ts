import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type ConsentWithdrawal, type VisitorConsent } from '@gatehouse/contract';
import { Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { OwnConsentsQuery } from '../application/own-consents.query.js';
import { WithdrawFaceConsent } from '../application/withdraw-face-consent.js';

@ApiTags('visitor')
@Controller('visitor/consents')
@VisitorOnly()
export class VisitorConsentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly consents: OwnConsentsQuery,
  ) {}

  @Get()
  list(@Visitor() visitor: VisitorPrincipal): Promise<VisitorConsent[]> {
    return this.consents.list(visitor.mobileIndex.toString('hex'));
  }

  /** Withdraws the consent to face photos and erases them. Visits go on without. Again: zeros, and nothing changes. */
  @Post('face/withdrawal')
  @HttpCode(200)
  withdrawFace(@Visitor() visitor: VisitorPrincipal): Promise<ConsentWithdrawal> {
    return this.commands.execute(new WithdrawFaceConsent(visitor.mobileIndex.toString('hex')));
  }
}
