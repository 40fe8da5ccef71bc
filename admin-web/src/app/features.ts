import { type ConsoleModule } from '@/shared/console-module';

const modules = import.meta.glob<ConsoleModule>('../features/*/module.ts', { eager: true, import: 'default' });

/** Every folder under `features` with a module.ts; nothing else has to know them by name. */
export const features: ConsoleModule[] = Object.values(modules);
