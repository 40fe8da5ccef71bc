import { defineAsyncComponent } from 'vue';

/** Not needed to judge the first visitor: fetched once the desk is open, so that a lost network does not lose them. */
const loaders = {
  DocumentSheet: () => import('./DocumentSheet.vue'),
  NumberSheet: () => import('./NumberSheet.vue'),
  PlateSheet: () => import('./PlateSheet.vue'),
  QueueSheet: () => import('./QueueSheet.vue'),
  SettingsSheet: () => import('./SettingsSheet.vue'),
};

export const DocumentSheet = defineAsyncComponent(loaders.DocumentSheet);
export const NumberSheet = defineAsyncComponent(loaders.NumberSheet);
export const PlateSheet = defineAsyncComponent(loaders.PlateSheet);
export const QueueSheet = defineAsyncComponent(loaders.QueueSheet);
export const SettingsSheet = defineAsyncComponent(loaders.SettingsSheet);

export const fetchLater = (): Promise<unknown> => Promise.allSettled(Object.values(loaders).map((load) => load()));
