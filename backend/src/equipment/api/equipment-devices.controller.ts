import { Body, Controller, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { Public } from '../../platform/http/access.js';
import { SAID_TYPE } from '../../platform/http/device-bodies.js';
import { eventText, readEvent } from '../infrastructure/devices/hikvision/access-event.js';
import { HikvisionTerminal } from '../infrastructure/devices/hikvision/hikvision-terminal.js';
import { readParts } from '../infrastructure/devices/hikvision/multipart.js';
import { PlateCamera } from '../infrastructure/devices/plate-camera/plate-camera.js';
import { staysShut } from '../infrastructure/devices/plate-camera/plate-answer.js';
import { readPlatePush } from '../infrastructure/devices/plate-camera/plate-push.js';
import { EquipmentRegister } from '../infrastructure/equipment-register.js';
import { whenDelivered } from '../infrastructure/when-delivered.js';
import { textOf } from './device-body.js';

/** Devices that call an address of their own, with their secret in it. See docs/integrations. */
@ApiExcludeController()
@Controller('equipment/devices')
export class EquipmentDevicesController {
  constructor(
    private readonly register: EquipmentRegister,
    private readonly camera: PlateCamera,
    private readonly terminal: HikvisionTerminal,
    private readonly logger: PinoLogger,
  ) {}

  /** A camera saw a plate. Its pictures are dropped unread. */
  @Post('plate-camera/:token')
  @HttpCode(200)
  @Public()
  async plate(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() { ip }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reading = readPlatePush(textOf(body));
    const device = await this.register.byToken('plate-camera', token, reading?.serial ?? null, ip);
    const answer = reading ? await this.camera.take(device, reading) : { body: staysShut(), passage: null };
    const { passage } = answer;
    if (passage) this.after(reply, passage, () => this.camera.opened(device, passage));
    void reply.send(answer.body);
  }

  /** Carries the camera's own user name and password in clear: the body is dropped unread. */
  @Post('plate-camera/:token/heartbeat')
  @HttpCode(200)
  @Public()
  async heartbeat(@Param('token') token: string, @Req() { ip }: FastifyRequest): Promise<object> {
    await this.register.seen(await this.register.byToken('plate-camera', token, null, ip));
    return {};
  }

  /** A terminal reports, or asks. Pictures beside the report are dropped unread. */
  @Post('hikvision/:token')
  @HttpCode(200)
  @Public()
  async event(
    @Param('token') token: string,
    @Headers(SAID_TYPE) type: string,
    @Body() body: unknown,
    @Req() { ip }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const event = readEvent(eventText(readParts(bytes, type), bytes));
    const device = await this.register.byToken('hikvision', token, event?.deviceSerial ?? null, ip);
    const answer = event && (await this.terminal.take(device, event));
    const passage = answer?.passage;
    if (passage) this.after(reply, passage, () => this.terminal.opened(device, passage));
    void reply.send(answer?.body ?? {});
  }

  private after(reply: FastifyReply, passage: string, work: () => Promise<void>): void {
    whenDelivered(reply.raw, work, () => this.logger.warn({ passage }, 'outcome not stored'));
  }
}
