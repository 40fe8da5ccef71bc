import { type DynamicModule, Module } from '@nestjs/common';
import { type DatabaseAddress } from './platform/database/orm.js';
import { PlatformModule } from './platform/platform.module.js';
import { type Settings } from './platform/settings.js';

const schemas = [] as never[];
const contexts = [] as never[];

/** The whole house: the platform and one module per context. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings, address: DatabaseAddress): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot(settings, address, schemas), ...contexts] };
  }
}
