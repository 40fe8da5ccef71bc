import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type HostMessages } from '@gatehouse/contract';
import { IsBoolean } from 'class-validator';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { ChooseHostMessages } from '../application/choose-host-messages.js';
import { HostBook } from '../application/host-book.js';

export class HostMessagesDto implements HostMessages {
  @IsBoolean()
  arrivals!: boolean;

  @IsBoolean()
  departures!: boolean;
}

/** What I am told of my visitors. */
@ApiTags('my visits')
@Controller('my-messages')
@Permission('approval.decide')
export class HostMessagesController {
  constructor(
    private readonly book: HostBook,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  chosen(@Staff() { id }: StaffPrincipal): Promise<HostMessages> {
    return this.book.wishesOf(id);
  }

  @Put()
  @HttpCode(204)
  choose(@Staff() { id }: StaffPrincipal, @Body() { arrivals, departures }: HostMessagesDto): Promise<void> {
    return this.commands.execute(new ChooseHostMessages(id, { arrivals, departures }));
  }
}
