import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type EquipmentAdded, type EquipmentRow, type PersonOnDevice, type PushedAgain } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal, requireCampus } from '../../platform/http/access.js';
import { Settings } from '../../platform/settings.js';
import { AddEquipment, type NewDevice } from '../application/add-equipment.js';
import { EquipmentQuery } from '../application/equipment.query.js';
import { PushAgain } from '../application/push-again.js';
import { AddEquipmentDto } from './equipment.dto.js';

/** Gate devices of other makers and the people on them, in the console. */
@ApiTags('equipment')
@Controller('equipment')
export class EquipmentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly equipment: EquipmentQuery,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Permission('device.read')
  list(@Staff() { campusIds }: StaffPrincipal): Promise<EquipmentRow[]> {
    return this.equipment.all(campusIds);
  }

  /** Adds a device; answers what has to be typed in at it, once. */
  @Post()
  @Permission('device.write')
  async add(@Body() input: AddEquipmentDto, @Staff() staff: StaffPrincipal): Promise<EquipmentAdded> {
    requireCampus(staff, input.campusId);
    const added = await this.commands.execute(new AddEquipment(input, staff.id));
    return { id: added.id, setUp: this.setUp(input.vendor, added) };
  }

  /** Whom the device should know, and how far that has come. */
  @Get(':id/people')
  @Permission('passage.read')
  people(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<PersonOnDevice[]> {
    if (staff.unitIds !== null) throw new DomainError('auth.not-permitted');
    return this.equipment.people(id, staff.campusIds);
  }

  /** Sends everybody again who did not reach the device. */
  @Post(':id/push')
  @HttpCode(200)
  @Permission('device.write')
  async pushAll(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<PushedAgain> {
    return this.push(id, null, staff);
  }

  /** Sends one person again. */
  @Post(':id/people/:person/push')
  @HttpCode(200)
  @Permission('device.write')
  async pushOne(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('person', ParseUUIDPipe) person: string,
    @Staff() staff: StaffPrincipal,
  ): Promise<PushedAgain> {
    return this.push(id, person, staff);
  }

  private async push(id: string, person: string | null, { campusIds, unitIds }: StaffPrincipal): Promise<PushedAgain> {
    if (unitIds !== null) throw new DomainError('auth.not-permitted');
    return { people: await this.commands.execute(new PushAgain(id, person, campusIds)) };
  }

  private setUp(vendor: EquipmentRow['vendor'], { token }: NewDevice): EquipmentAdded['setUp'] {
    const { PUBLIC_URL: server } = this.settings;
    if (!token) return [{ field: 'server', value: server }];
    const value = `${server}/api/equipment/devices/${vendor}/${token}`;
    if (vendor === 'hikvision') return [{ field: 'address', value }];
    return [
      { field: 'address', value },
      { field: 'heartbeat', value: `${value}/heartbeat` },
    ];
  }
}
