import { Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type EarlierVisit, type ErasureReceipt, type OwnData, type VisitorProfile } from '@gatehouse/contract';
import { isUUID } from 'class-validator';
import { DomainError } from '../../kernel/domain-error.js';
import { Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { EraseOwnData } from '../application/erase-own-data.js';
import { OwnDataQuery } from '../application/own-data.query.js';
import { VisitorProfileQuery } from '../application/visitor-profile.query.js';

/** What is held of the visitor himself. */
@ApiTags('visitor')
@Controller('visitor')
@VisitorOnly()
export class OwnDataController {
  constructor(
    private readonly commands: CommandBus,
    private readonly profiles: VisitorProfileQuery,
    private readonly ownData: OwnDataQuery,
  ) {}

  /** What is known from earlier visits, masked, for filling in the form. */
  @Get('profile')
  profile(@Visitor() { mobileIndex, mobileMasked }: VisitorPrincipal): Promise<VisitorProfile> {
    return this.profiles.of(mobileIndex.toString('hex'), mobileMasked);
  }

  /** An earlier visit as a form that can be sent again. */
  @Get('visits/:id/again')
  again(@Visitor() { mobileIndex }: VisitorPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<EarlierVisit> {
    return this.profiles.earlier(mobileIndex.toString('hex'), id);
  }

  /** Everything held, masked, and who looked at it. */
  @Get('own-data')
  held(@Visitor() { mobileIndex, mobileMasked }: VisitorPrincipal): Promise<OwnData> {
    return this.ownData.of(mobileIndex.toString('hex'), mobileMasked);
  }

  /** Erases it. The phone must have been proven within the last ten minutes. */
  @Post('erasure')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'a UUID made once per wish' })
  erase(
    @Headers('idempotency-key') key: string | undefined,
    @Visitor() { mobileIndex, provenAt }: VisitorPrincipal,
  ): Promise<ErasureReceipt> {
    if (!isUUID(key)) throw new DomainError('request.malformed');
    return this.commands.execute(new EraseOwnData(String(key), mobileIndex, provenAt));
  }
}
