import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AddEquipmentInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { EnrolDevice } from '../../passage/public.js';
import { Equipment } from '../domain/equipment.js';
import { isNetwork } from '../domain/networks.js';
import { Equipments, EquipmentSecrets } from './equipments.js';

export interface NewDevice {
  id: string;
  /** part of the address the device calls; null where its make cannot carry one. Told once. */
  token: string | null;
}

/** Adds a device of one of the makes we speak with. */
export class AddEquipment extends Command<NewDevice> {
  constructor(
    readonly input: AddEquipmentInput,
    readonly addedBy: string,
  ) {
    super();
  }
}

@CommandHandler(AddEquipment)
export class AddEquipmentHandler implements ICommandHandler<AddEquipment> {
  constructor(
    private readonly equipments: Equipments,
    private readonly secrets: EquipmentSecrets,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async execute({ input, addedBy }: AddEquipment): Promise<NewDevice> {
    const { name, campusId, vendor, serial, lanes, networks, address, user, password } = input;
    const faults = await this.faults(input);
    if (faults.length > 0) throw new DomainError('request.invalid', {}, faults);
    const gateIds = [...new Set(lanes.map(({ gateId }) => gateId))];
    const id = await this.commands.execute(new EnrolDevice(name, campusId, gateIds, `${vendor} ${serial}`, addedBy));
    const token = vendor === 'zkteco' ? null : this.secrets.make();
    const login = vendor === 'hikvision' && user && password ? { user, password } : null;
    const equipment = Equipment.add(
      {
        id,
        campusId,
        name,
        vendor,
        serial,
        lanes,
        networks,
        tokenHash: token === null ? null : this.secrets.hash(token),
        address: vendor === 'hikvision' ? (address?.replace(/\/+$/, '') ?? null) : null,
        loginSealed: login && (await this.secrets.sealLogin(id, login)),
        faces: vendor !== 'plate-camera' && (input.faces ?? false),
        addedBy,
      },
      this.clock.now(),
    );
    this.equipments.add(equipment);
    return { id, token };
  }

  private async faults(input: AddEquipmentInput): Promise<FieldError[]> {
    const { vendor, serial, networks, address, user, password } = input;
    const faults: FieldError[] = [];
    if (await this.equipments.isTaken(vendor, serial)) faults.push({ path: 'serial', code: 'equipment.serial-taken' });
    // Such a terminal cannot carry a secret: where it calls from is what it is known by.
    if (vendor === 'zkteco' && networks.length === 0)
      faults.push({ path: 'networks', code: 'equipment.network-needed' });
    if (!networks.every(isNetwork)) faults.push({ path: 'networks', code: 'equipment.network-shape' });
    if (vendor === 'hikvision' && !(address && user && password))
      faults.push({ path: 'address', code: 'equipment.login-needed' });
    return faults;
  }
}
