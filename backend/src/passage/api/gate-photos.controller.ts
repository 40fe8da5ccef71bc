import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Photos } from '../../photo/public.js';
import { Device, DeviceOnly, type DevicePrincipal } from '../../platform/http/access.js';
import { Refuses } from '../../platform/http/described.js';
import { sendPrivateFile } from '../../platform/http/private-file.js';
import { JudgedPersonQuery } from '../application/judged-person.query.js';
import { requireAbility } from './device-abilities.js';

/** The face photo beside a verdict. */
@ApiTags('gate')
@Controller('gate/v1/passages')
export class GatePhotosController {
  constructor(
    private readonly judged: JudgedPersonQuery,
    private readonly photos: Photos,
  ) {}

  /** Only for the device that got the verdict, for 15 minutes. 404 when there is no photo, or none for this device. */
  @Get(':id/photo')
  @DeviceOnly()
  @Refuses('device.not-for-this', 'photo.not-found')
  @ApiOkResponse({
    description: 'The photo.',
    content: { 'image/jpeg': { schema: { type: 'string', contentEncoding: 'binary' } as object } },
  })
  async photo(
    @Param('id', ParseUUIDPipe) id: string,
    @Device() device: DevicePrincipal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    requireAbility(device, 'person');
    const person = await this.judged.of(id, device);
    const photo = person && (await this.photos.face(person.visitId, person.personIndex));
    if (!photo) throw new DomainError('photo.not-found');
    sendPrivateFile(reply, photo);
  }
}
