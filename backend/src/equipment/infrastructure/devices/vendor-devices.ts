import { Injectable } from '@nestjs/common';
import { type Brought, DeviceFault, GateDevices, type KnownEquipment } from '../../application/gate-devices.js';
import { type Errand } from '../../application/provisioning-book.js';
import { HikvisionDevices } from './hikvision/hikvision-devices.js';
import { ZkDevices } from './zkteco/zk-devices.js';
import { ZkTerminal } from './zkteco/zk-terminal.js';

/** Hands each errand to the adapter of its make. Plate cameras know nobody. */
@Injectable()
export class VendorDevices extends GateDevices {
  constructor(
    private readonly zkteco: ZkDevices,
    private readonly zkTerminal: ZkTerminal,
    private readonly hikvision: HikvisionDevices,
  ) {
    super();
  }

  hold(device: KnownEquipment, errand: Errand): Promise<Brought> {
    return this.of(device).hold(device, errand);
  }

  remove(device: KnownEquipment, errand: Errand): Promise<Brought> {
    return this.of(device).remove(device, errand);
  }

  async catchUp(device: KnownEquipment): Promise<void> {
    if (device.vendor === 'hikvision') await this.hikvision.catchUp(device);
    if (device.vendor === 'zkteco') await this.zkTerminal.catchUp(device);
  }

  private of({ vendor }: KnownEquipment) {
    if (vendor === 'plate-camera') throw new DeviceFault('unsupported');
    return vendor === 'zkteco' ? this.zkteco : this.hikvision;
  }
}
