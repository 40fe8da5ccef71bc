import { Controller, Get, Headers } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { INVITATION_HEADER, type InvitationView } from '@gatehouse/contract/invitation';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../../platform/http/access.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { currentScope } from '../../platform/scope.js';
import { InvitationsQuery } from '../application/invitations.query.js';

/** A lecture hall opens its links behind one address; who guesses misses, and misses are few. */
const looks = { name: 'invitation-looks', points: 600, seconds: 3600 };
const misses = { name: 'invitation-misses', points: 30, seconds: 3600 };

@ApiTags('invitations')
@Controller('invitations/by-token')
export class InvitedController {
  constructor(
    private readonly invitations: InvitationsQuery,
    private readonly limits: RateLimits,
  ) {}

  /** What the guest is invited to. Everything that is wrong with a token has one answer. */
  @Get()
  @Public()
  @ApiHeader({ name: INVITATION_HEADER, required: true, description: 'the last part of the link' })
  async show(@Headers(INVITATION_HEADER) token = ''): Promise<InvitationView> {
    const { address, locale } = currentScope();
    await this.limits.spend(looks, address);
    try {
      return await this.invitations.byToken(token, locale);
    } catch (failure) {
      if (failure instanceof DomainError) await this.limits.spend(misses, address);
      throw failure;
    }
  }
}
