import { type DeviceAbility } from '@gatehouse/contract/guard-desk';
import { type Text } from '@gatehouse/contract/common';
import { defineAsyncComponent, type Component } from 'vue';

/** What a guard does besides scanning. `needs`: what the device must be for. */
export interface Tool {
  name: string;
  label: Text;
  needs?: DeviceAbility;
  load: () => Promise<{ default: Component }>;
  page: Component;
}

const tool = (name: string, zh: string, en: string, load: Tool['load'], needs?: DeviceAbility): Tool => ({
  name,
  label: { zh, en },
  load,
  page: defineAsyncComponent(load),
  ...(needs && { needs }),
});

export const tools: readonly Tool[] = [
  tool('readiness', '上岗检查', 'Ready?', () => import('./ReadinessPage.vue')),
  tool('walk-in', '临时访客', 'Walk-in', () => import('./WalkInPage.vue'), 'walk-in'),
  tool('annul', '作废放行', 'Take back', () => import('./AnnulPage.vue'), 'annul'),
  tool('muster', '在校名单', 'Inside', () => import('./MusterPage.vue'), 'muster'),
  tool('hand-over', '交接班单', 'Hand-over', () => import('./HandOverPage.vue'), 'hand-over'),
  tool('emergency', '应急放行', 'Emergency', () => import('./EmergencyPage.vue'), 'emergency'),
];
