import { type EquipmentFault } from '@gatehouse/contract';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/events/unit-of-work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { DeviceFault, GateDevices, type KnownEquipment } from '../application/gate-devices.js';
import { PlanPeople } from '../application/plan-people.js';
import { type Errand, ProvisioningBook } from '../application/provisioning-book.js';
import { EquipmentRegister } from './equipment-register.js';

const AT_ONCE = 20;
const CATCH_UP_SECONDS = 300;

/** Brings people to devices and away from them. What is sent over the network is sent outside of any transaction. */
@Injectable()
export class PeopleCourier implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly commands: CommandBus,
    private readonly book: ProvisioningBook,
    private readonly devices: GateDevices,
    private readonly register: EquipmentRegister,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {}

  onModuleInit(): void {
    this.jobs.every(30, 'plan-people-on-devices', () => this.commands.execute(new PlanPeople()));
    this.jobs.every(3, 'bring-people-to-devices', () => this.deliver());
    this.jobs.every(CATCH_UP_SECONDS, 'catch-up-with-devices', () => this.catchUp());
  }

  /** Works off what is due. */
  async deliver(): Promise<void> {
    for (;;) {
      const errands = await this.work.run(() => this.book.take(AT_ONCE, this.clock.now()));
      for (const errand of errands) await this.run(errand);
      if (errands.length < AT_ONCE) return;
    }
  }

  /** Asks the devices that we call for what they stored while we could not hear them. */
  async catchUp(): Promise<void> {
    for (const device of await this.register.openOf('hikvision')) {
      const fault = await this.attempt(() => this.devices.catchUp(device));
      await this.register.fault(device.id, fault === 'rejected' ? null : fault);
    }
  }

  private async run(errand: Errand): Promise<void> {
    const device = await this.register.withId(errand.deviceId);
    if (!device) return;
    let ordered = false;
    const fault = await this.attempt(async () => {
      ordered = (await this.bring(device, errand)) === 'ordered';
    });
    if (!ordered) await this.work.run(() => this.book.settle(errand, fault, this.clock.now()));
  }

  private bring(device: KnownEquipment, errand: Errand) {
    return errand.wanted === 'held' ? this.devices.hold(device, errand) : this.devices.remove(device, errand);
  }

  private async attempt(work: () => Promise<unknown>): Promise<EquipmentFault | null> {
    try {
      await work();
      return null;
    } catch (error) {
      if (error instanceof DeviceFault) return error.fault;
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'device errand');
      return 'rejected';
    }
  }
}
