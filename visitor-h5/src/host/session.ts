import { type StaffIdentity } from '@gatehouse/contract/identity';
import { shallowRef } from 'vue';

/** Who is signed in; null once it is known that nobody is. */
export const identity = shallowRef<StaffIdentity | null>();

export function forgetIdentity(): void {
  identity.value = null;
}
