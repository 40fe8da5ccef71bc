import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type WebhookCallRow, type WebhookRow, type WebhookSecret } from '@gatehouse/contract';
import { Permission, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { AddWebhook } from '../application/add-webhook.js';
import { ChangeWebhook } from '../application/change-webhook.js';
import { RemoveWebhook } from '../application/remove-webhook.js';
import { RetryCall } from '../application/retry-call.js';
import { RollWebhookSecret } from '../application/roll-webhook-secret.js';
import { SendTestCall } from '../application/send-test-call.js';
import { WebhooksQuery } from '../application/webhooks.query.js';
import { CallFilterDto, KeepWebhookDto, WebhookDto } from './webhooks.dto.js';

/** Addresses of the university that are told what happens. */
@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly query: WebhooksQuery,
  ) {}

  @Get()
  @Permission('webhook.write')
  list(@Staff() staff: StaffPrincipal): Promise<WebhookRow[]> {
    requireUnbound(staff);
    return this.query.all();
  }

  /** Answers the secret, this once. */
  @Post()
  @Permission('webhook.write')
  add(@Body() input: WebhookDto, @Staff() staff: StaffPrincipal): Promise<WebhookSecret> {
    requireUnbound(staff);
    return this.commands.execute(new AddWebhook(input, staff.name));
  }

  /** What was sent or could not be, newest first, at most 200. */
  @Get('calls')
  @Permission('webhook.write')
  calls(@Query() { webhook, state }: CallFilterDto, @Staff() staff: StaffPrincipal): Promise<WebhookCallRow[]> {
    requireUnbound(staff);
    return this.query.calls(webhook, state);
  }

  /** Sends a stuck message again. */
  @Post('calls/:id/retry')
  @HttpCode(204)
  @Permission('webhook.write')
  async retry(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    requireUnbound(staff);
    await this.commands.execute(new RetryCall(id));
  }

  @Put(':id')
  @HttpCode(204)
  @Permission('webhook.write')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: KeepWebhookDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<void> {
    requireUnbound(staff);
    await this.commands.execute(new ChangeWebhook(id, input, staff.name));
  }

  /** A new secret, shown this once; the old one is valid for another day. */
  @Post(':id/secret')
  @Permission('webhook.write')
  roll(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<WebhookSecret> {
    requireUnbound(staff);
    return this.commands.execute(new RollWebhookSecret(id, staff.name));
  }

  @Post(':id/test')
  @HttpCode(204)
  @Permission('webhook.write')
  async test(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    requireUnbound(staff);
    await this.commands.execute(new SendTestCall(id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Permission('webhook.write')
  async remove(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<void> {
    requireUnbound(staff);
    await this.commands.execute(new RemoveWebhook(id, staff.name));
  }
}
