import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/events/unit-of-work.js';
import { type Brought, type KnownEquipment } from '../../../application/gate-devices.js';
import { type Errand } from '../../../application/provisioning-book.js';
import { ZkOrders } from './zk-orders.js';

/** Terminals that fetch their orders: a person is ordered here and brought when the terminal asks. */
@Injectable()
export class ZkDevices {
  constructor(
    private readonly orders: ZkOrders,
    private readonly work: UnitOfWork,
  ) {}

  async hold(_device: KnownEquipment, errand: Errand): Promise<Brought> {
    await this.work.run(() => this.orders.makeFor(errand, ['user', 'rights', 'photo']));
    return 'ordered';
  }

  async remove(_device: KnownEquipment, errand: Errand): Promise<Brought> {
    await this.work.run(() => this.orders.makeFor(errand, ['remove']));
    return 'ordered';
  }
}
