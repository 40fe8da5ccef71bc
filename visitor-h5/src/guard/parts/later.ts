import { defineAsyncComponent } from 'vue';

/** Not needed to judge the first visitor: fetched once the desk is open, so that a lost network does not lose them. */
const loaders = {
  DocumentSheet: () => import('./DocumentSheet.vue'),
  LockPage: () => import('../pages/LockPage.vue'),
  NumberSheet: () => import('./NumberSheet.vue'),
  PlateSheet: () => import('./PlateSheet.vue'),
  QueueSheet: () => import('./QueueSheet.vue'),
  SettingsSheet: () => import('./SettingsSheet.vue'),
  ToolDesk: () => import('../tools/ToolDesk.vue'),
};

export const DocumentSheet = defineAsyncComponent(loaders.DocumentSheet);
export const NumberSheet = defineAsyncComponent(loaders.NumberSheet);
export const PlateSheet = defineAsyncComponent(loaders.PlateSheet);
export const QueueSheet = defineAsyncComponent(loaders.QueueSheet);
export const SettingsSheet = defineAsyncComponent(loaders.SettingsSheet);
export const ToolDesk = defineAsyncComponent(loaders.ToolDesk);

export async function fetchLater(): Promise<void> {
  await Promise.allSettled(Object.values(loaders).map((load) => load()));
  const { tools } = await import('../tools/tools.ts');
  await Promise.allSettled(tools.map(({ load }) => load()));
}
