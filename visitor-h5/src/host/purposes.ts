import { type Purpose } from '@gatehouse/contract/policy';
import { shallowRef } from 'vue';
import { ApiError } from '../shared/http.ts';
import { locale } from '../shared/i18n.ts';
import { booking } from './api.ts';

const purposes = shallowRef<Purpose[]>([]);

/** Purposes travel as keys; their names come with the policy. Without them the key itself is shown. */
export async function learnPurposes(): Promise<void> {
  try {
    purposes.value = (await booking()).policy.purposes;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

export const purposeName = (key: string): string =>
  purposes.value.find((purpose) => purpose.key === key)?.text[locale.value] ?? key;
