import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type EarlierVisit, type VisitorProfile } from '@gatehouse/contract';
import { Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { VisitorProfileQuery } from '../application/visitor-profile.query.js';

/** What is held of the visitor himself. */
@ApiTags('visitor')
@Controller('visitor')
@VisitorOnly()
export class OwnDataController {
  constructor(private readonly profiles: VisitorProfileQuery) {}

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
}
