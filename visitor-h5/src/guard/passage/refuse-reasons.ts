import { type Text } from '@gatehouse/contract/common';

/** Why a guard turns somebody away whom the system would admit. Stored in Chinese, so that reports count alike. */
export const refuseReasons: readonly Text[] = [
  { zh: '人证不符', en: 'Not the person' },
  { zh: '未带证件', en: 'No document' },
  { zh: '车牌不符', en: 'Other plate' },
  { zh: '人数不符', en: 'Other party size' },
  { zh: '携带违禁物品', en: 'Forbidden items' },
  { zh: '本人改变主意', en: 'Visitor left' },
];
