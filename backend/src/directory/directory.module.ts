import { Module } from '@nestjs/common';
import { HostsController } from './api/hosts.controller.js';
import { PickerLimits } from './api/picker-limits.js';
import { StaffController } from './api/staff.controller.js';
import { UnitsController } from './api/units.controller.js';
import { HostSearch } from './application/host-search.query.js';
import { UnitsQuery } from './application/units.query.js';
import { SqlCampuses } from './infrastructure/sql-campuses.js';
import { SqlHosts } from './infrastructure/sql-hosts.js';
import { StaffMobiles } from './infrastructure/staff-mobiles.js';
import { Campuses, Hosts } from './public.js';

@Module({
  controllers: [HostsController, UnitsController, StaffController],
  providers: [
    HostSearch,
    UnitsQuery,
    PickerLimits,
    StaffMobiles,
    { provide: Hosts, useClass: SqlHosts },
    { provide: Campuses, useClass: SqlCampuses },
  ],
  exports: [Hosts, Campuses],
})
export class DirectoryModule {}
