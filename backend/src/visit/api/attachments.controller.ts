import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { SignedIn, Staff, type StaffPrincipal, within } from '../../platform/http/access.js';
import { sendPrivateFile } from '../../platform/http/private-file.js';
import { ViewAttachment } from '../application/view-attachment.js';
import { type Attachment } from '../application/viewed-attachments.js';

/** Photos and documents, for the visit's own approvers and for `visit.read` in scope; 404 for everybody else. */
@ApiTags('visits')
@Controller('visits/:id')
@SignedIn()
export class AttachmentsController {
  constructor(private readonly commands: CommandBus) {}

  @Get('people/:index/photo')
  @ApiProduces('image/jpeg')
  async photo(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('index', ParseIntPipe) personIndex: number,
    @Staff() staff: StaffPrincipal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(id, { kind: 'face', personIndex }, staff, reply);
  }

  @Get('documents/:key')
  @ApiProduces('image/jpeg', 'application/pdf')
  async document(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('key') key: string,
    @Staff() staff: StaffPrincipal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(id, { kind: 'document', key }, staff, reply);
  }

  private async show(visitId: string, what: Attachment, staff: StaffPrincipal, reply: FastifyReply): Promise<void> {
    const { id, campusIds, unitIds, permissions } = within(staff, 'visit.read');
    const reader = { id, campusIds, unitIds, mayReadVisits: permissions.includes('visit.read') };
    sendPrivateFile(reply, await this.commands.execute(new ViewAttachment(visitId, what, reader)));
  }
}
