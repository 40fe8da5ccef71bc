import { Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { type GuestListReport, type InvitationBatchRow } from '@gatehouse/contract';
import { isUUID } from 'class-validator';
import { type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { fieldSentence } from '../../platform/http/field-sentences.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { readSheet, SHEET_TYPES } from '../../platform/http/sheet-uploads.js';
import { currentScope } from '../../platform/scope.js';
import { Settings } from '../../platform/settings.js';
import { fileAnswer } from '../../platform/sheets/file-answer.js';
import { reportRows } from '../application/guest-report.js';
import { GuestListReader } from '../application/invitation-batches.js';
import { InvitationBatchesQuery } from '../application/invitation-batches.query.js';
import { InviteGuests } from '../application/invite-guests.js';
import { guestListReport, guestListTemplate } from '../infrastructure/guest-list-files.js';
import { GuestListQueryDto, SheetFormDto } from './invitation.dto.js';
import { invitationsOfAHost } from './invitation-limits.js';

const MOST_BYTES = 1024 * 1024;
const listsOfAHost = { name: 'guest-lists-of-a-host', points: 60, seconds: 3600 };

/** A host's guests from a sheet. */
@ApiTags('invitations')
@Controller('invitations/batches')
@Permission('approval.decide')
export class InvitationBatchesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: GuestListReader,
    private readonly batches: InvitationBatchesQuery,
    private readonly limits: RateLimits,
    private readonly settings: Settings,
  ) {}

  @Get()
  list(@Staff() staff: StaffPrincipal): Promise<InvitationBatchRow[]> {
    return this.batches.ofHost(staff.id);
  }

  /** Invites the guests of a list, or only says what would come of it. The body is the file itself. */
  @Post()
  @HttpCode(200)
  @ApiConsumes(...SHEET_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'a UUID made once per list; needed to apply' })
  async invite(
    @Query() { apply, preApproved }: GuestListQueryDto,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Staff() staff: StaffPrincipal,
  ): Promise<GuestListReport> {
    if (apply && !isUUID(key)) throw new DomainError('request.malformed');
    await this.limits.spend(listsOfAHost, staff.id);
    const rows = await this.reader.read(await readSheet(request, MOST_BYTES));
    const how = { apply, preApproved, requestKey: key ?? '' };
    const { batchId, invited, newlyInvited, leftToday, guests } = await this.commands.execute(
      new InviteGuests(staff.id, rows, how),
    );
    if (newlyInvited > 0) await this.limits.note(invitationsOfAHost, staff.id, newlyInvited);
    return { batchId, invited, leftToday, rows: reportRows(guests, fieldSentence) };
  }

  /** An empty list with its header and one example. */
  @Get('template')
  async template(@Query() { form }: SheetFormDto): Promise<StreamableFile> {
    const { locale } = currentScope();
    return fileAnswer(await guestListTemplate(form, locale), `guests-template.${form}`, `邀请名单模板.${form}`, locale);
  }

  /** What became of each row, with its link; its host only. */
  @Get(':id/report')
  async report(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { form }: SheetFormDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<StreamableFile> {
    const { locale } = currentScope();
    const linkOf = (token: string): string => `${this.settings.PUBLIC_URL}/visit/i/${token}`;
    const guests = await this.batches.guests(id, staff.id);
    const file = await guestListReport(guests, form, locale, { sentence: fieldSentence, linkOf });
    return fileAnswer(file, `guests-report.${form}`, `邀请结果.${form}`, locale);
  }
}
