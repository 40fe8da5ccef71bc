import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { PassageModule } from '../passage/passage.module.js';
import { PhotoModule } from '../photo/photo.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { EquipmentController } from './api/equipment.controller.js';
import { EquipmentDevicesController } from './api/equipment-devices.controller.js';
import { ZktecoController } from './api/zkteco.controller.js';
import { AddEquipmentHandler } from './application/add-equipment.js';
import { CloseEquipmentWhenDeviceRevoked } from './application/close-equipment.js';
import { EquipmentQuery } from './application/equipment.query.js';
import { Equipments, EquipmentSecrets } from './application/equipments.js';
import { GateDevices } from './application/gate-devices.js';
import { PlanPeopleHandler, PlanPeopleWhenPassesChange } from './application/plan-people.js';
import { ProvisioningBook } from './application/provisioning-book.js';
import { PushAgainHandler } from './application/push-again.js';
import { EquipmentHealth } from './infrastructure/equipment-health.js';
import { HikvisionDevices } from './infrastructure/devices/hikvision/hikvision-devices.js';
import { HikvisionTerminal } from './infrastructure/devices/hikvision/hikvision-terminal.js';
import { IsapiClient } from './infrastructure/devices/hikvision/isapi-client.js';
import { PlateCamera } from './infrastructure/devices/plate-camera/plate-camera.js';
import { VendorDevices } from './infrastructure/devices/vendor-devices.js';
import { ZkDevices } from './infrastructure/devices/zkteco/zk-devices.js';
import { ZkOrders } from './infrastructure/devices/zkteco/zk-orders.js';
import { ZkTerminal } from './infrastructure/devices/zkteco/zk-terminal.js';
import { EquipmentRegister } from './infrastructure/equipment-register.js';
import { FacePicture } from './infrastructure/face-picture.js';
import { LaneDesk } from './infrastructure/lane-desk.js';
import { MikroEquipments } from './infrastructure/mikro-equipments.js';
import { PeopleCourier } from './infrastructure/people-courier.js';
import { SealedEquipmentSecrets } from './infrastructure/sealed-equipment-secrets.js';
import { SqlProvisioningBook } from './infrastructure/sql-provisioning-book.js';

/** Terminals, turnstiles and cameras that speak the protocol of their maker. */
@Module({
  imports: [DirectoryModule, PassageModule, PhotoModule, PolicyModule],
  controllers: [EquipmentController, EquipmentDevicesController, ZktecoController],
  providers: [
    EquipmentHealth,
    AddEquipmentHandler,
    CloseEquipmentWhenDeviceRevoked,
    PlanPeopleHandler,
    PlanPeopleWhenPassesChange,
    PushAgainHandler,
    EquipmentQuery,
    EquipmentRegister,
    LaneDesk,
    FacePicture,
    PeopleCourier,
    ZkTerminal,
    ZkOrders,
    ZkDevices,
    PlateCamera,
    HikvisionTerminal,
    HikvisionDevices,
    IsapiClient,
    SealedEquipmentSecrets,
    { provide: EquipmentSecrets, useExisting: SealedEquipmentSecrets },
    { provide: Equipments, useClass: MikroEquipments },
    { provide: ProvisioningBook, useClass: SqlProvisioningBook },
    { provide: GateDevices, useClass: VendorDevices },
  ],
})
export class EquipmentModule {}
