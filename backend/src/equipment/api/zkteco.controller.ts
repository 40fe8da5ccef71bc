import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { Public } from '../../platform/http/access.js';
import { type KnownEquipment } from '../application/gate-devices.js';
import { ZkTerminal } from '../infrastructure/devices/zkteco/zk-terminal.js';
import { EquipmentRegister } from '../infrastructure/equipment-register.js';
import { whenDelivered } from '../infrastructure/when-delivered.js';
import { type DeviceQuery, readDeviceQuery } from './device-query.js';
import { textOf } from './device-body.js';

/** Access terminals of the PUSH family call these fixed addresses. See docs/integrations/zkteco.md. */
@ApiExcludeController()
@Controller('iclock')
export class ZktecoController {
  constructor(
    private readonly register: EquipmentRegister,
    private readonly terminal: ZkTerminal,
    private readonly logger: PinoLogger,
  ) {}

  @Get('cdata')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  async connect(@Query() query: unknown, @Req() request: FastifyRequest): Promise<string> {
    return this.terminal.connect(await this.device(query, request));
  }

  @Post('registry')
  @HttpCode(200)
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  async registry(@Query() query: unknown, @Body() body: unknown, @Req() request: FastifyRequest) {
    return this.terminal.registerSelf(await this.device(query, request), textOf(body));
  }

  @Get('push')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  async push(@Query() query: unknown, @Req() request: FastifyRequest): Promise<string> {
    return this.terminal.options(await this.device(query, request));
  }

  @Post('push')
  @HttpCode(200)
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  async pushByPost(@Query() query: unknown, @Req() request: FastifyRequest): Promise<string> {
    return this.terminal.options(await this.device(query, request));
  }

  @Get('ping')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  async ping(@Query() query: unknown, @Req() request: FastifyRequest): Promise<string> {
    await this.register.seen(await this.device(query, request));
    return 'OK';
  }

  @Get('rtdata')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  async time(@Query() query: unknown, @Req() request: FastifyRequest): Promise<string> {
    await this.device(query, request);
    return this.terminal.time();
  }

  @Get('getrequest')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  async poll(@Query() query: unknown, @Req() request: FastifyRequest): Promise<string> {
    return this.terminal.poll(await this.device(query, request));
  }

  @Post('devicecmd')
  @HttpCode(200)
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  async results(@Query() query: unknown, @Body() body: unknown, @Req() request: FastifyRequest) {
    await this.terminal.takeResults(await this.device(query, request), textOf(body));
    return 'OK';
  }

  @Post('querydata')
  @HttpCode(200)
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  async answerOfQuery(@Query() query: unknown, @Body() body: unknown, @Req() request: FastifyRequest) {
    const device = await this.device(query, request);
    const { tableName, count } = readDeviceQuery(query);
    const taken = tableName === 'transaction' ? await this.terminal.takeRecords(device, textOf(body)) : count;
    return `${tableName}=${taken}`;
  }

  /** Records, states, tables, and the question whether a door may open. */
  @Post('cdata')
  @HttpCode(200)
  @Public()
  async data(
    @Query() query: unknown,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const device = await this.device(query, request);
    const asked = readDeviceQuery(query);
    const answer = asked.asks ? await this.verify(device, body, reply) : await this.take(device, asked, body);
    void reply.type('text/plain; charset=utf-8').send(answer);
  }

  private async verify(device: KnownEquipment, body: unknown, reply: FastifyReply): Promise<string> {
    const { text, passage } = await this.terminal.verify(device, textOf(body));
    if (passage)
      whenDelivered(
        reply.raw,
        () => this.terminal.opened(device, passage),
        () => this.logger.warn({ passage }, 'outcome not stored'),
      );
    return text;
  }

  private async take(device: KnownEquipment, asked: DeviceQuery, body: unknown): Promise<string> {
    const { table, tableName, count } = asked;
    await this.register.seen(device);
    if (table === 'rtlog' || table === 'transaction') {
      await this.terminal.takeRecords(device, textOf(body));
      return 'OK';
    }
    if (table === 'options') await this.terminal.noteOptions(device, textOf(body));
    if (table !== 'tabledata') return 'OK';
    await this.terminal.takeTable(device, tableName, textOf(body));
    return `${tableName}=${count}`;
  }

  private device(query: unknown, request: FastifyRequest): Promise<KnownEquipment> {
    return this.register.bySerial('zkteco', readDeviceQuery(query).serial, request.ip);
  }
}
