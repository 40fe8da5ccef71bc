import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type PassView, type ServerCodes } from '@gatehouse/contract';
import { Visitor, VisitorOnly, type VisitorPrincipal } from '../../platform/http/access.js';
import { currentScope } from '../../platform/scope.js';
import { HoldKeyOnServer } from '../application/hold-key-on-server.js';
import { PassViewQuery } from '../application/pass-view.query.js';
import { RegisterPhoneKey } from '../application/register-phone-key.js';
import { ServerCodesQuery } from '../application/server-codes.query.js';
import { HoldKeyDto, PassPageDto, RegisterKeyDto } from './pass.dto.js';

/** The passes of the visits that this phone applied for. */
@ApiTags('passes')
@Controller('visitor/passes/:id')
export class VisitorPassesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly view: PassViewQuery,
    private readonly codes: ServerCodesQuery,
  ) {}

  /** The pass page. `publicKey` is the key of the phone that asks, so that it learns whether the pass is on it. */
  @Get()
  @VisitorOnly()
  show(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { publicKey }: PassPageDto,
    @Visitor() { mobileIndex }: VisitorPrincipal,
  ): Promise<PassView> {
    return this.view.of(mobileIndex, id, publicKey ? bytes(publicKey) : null, currentScope().locale);
  }

  /** Registers the phone's key; 409 `pass.on-another-phone` unless `move`. */
  @Post('key')
  @HttpCode(200)
  @VisitorOnly()
  async register(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { publicKey, secret, move }: RegisterKeyDto,
    @Visitor() { mobileIndex }: VisitorPrincipal,
  ): Promise<PassView> {
    const key = bytes(publicKey);
    await this.commands.execute(new RegisterPhoneKey(id, mobileIndex, key, bytes(secret), move ?? false));
    return this.view.of(mobileIndex, id, key, currentScope().locale);
  }

  /** Leaves the key to the server, for web views without cryptography. */
  @Post('server-key')
  @HttpCode(200)
  @VisitorOnly()
  async holdOnServer(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { move }: HoldKeyDto,
    @Visitor() { mobileIndex }: VisitorPrincipal,
  ): Promise<PassView> {
    await this.commands.execute(new HoldKeyOnServer(id, mobileIndex, move ?? false));
    return this.view.of(mobileIndex, id, null, currentScope().locale);
  }

  /** The codes of the next ten minutes, when the server holds the key. */
  @Get('codes')
  @VisitorOnly()
  next(@Param('id', ParseUUIDPipe) id: string, @Visitor() { mobileIndex }: VisitorPrincipal): Promise<ServerCodes> {
    return this.codes.of(mobileIndex, id);
  }
}

const bytes = (base64url: string): Uint8Array => new Uint8Array(Buffer.from(base64url, 'base64url'));
