import { type Permission, type StaffIdentity } from '@gatehouse/contract';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { endSession, fetchStaff } from './api';

/** Who is signed in, and what they may do. */
export const useSession = defineStore('session', () => {
  const staff = ref<StaffIdentity | null>(null);
  /** why nobody could be asked for; null while all is well */
  const problem = ref<unknown>(null);

  return {
    staff,
    problem,
    can: (permission: Permission): boolean => staff.value?.permissions.includes(permission) ?? false,
    async load(): Promise<void> {
      staff.value = await fetchStaff();
      problem.value = null;
    },
    forget(): void {
      staff.value = null;
    },
    /** Answers where the university's own session is ended; null = nowhere. */
    async signOut(): Promise<string | null> {
      const { continueAt } = await endSession();
      staff.value = null;
      return continueAt;
    },
  };
});

export type Session = ReturnType<typeof useSession>;
