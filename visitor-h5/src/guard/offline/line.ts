import { computed, ref } from 'vue';

/** How many answers are remembered. */
const MEMORY = 5;
const ERRORS_ALLOWED = 1;
const SLOW_ON_AVERAGE = 2_000;
const CLEAN_TO_RETURN = 2;

interface Contact {
  failed: boolean;
  milliseconds: number;
}

export type Line = ReturnType<typeof useLine>;

/**
 * Whether the network is worth waiting for, judged by the last answers: two failures or slow answers and the gate goes
 * on by itself; two clean and quick ones and it asks the server again.
 */
export function useLine() {
  const recent = ref<Contact[]>([]);
  const isGood = ref(true);

  function note(contact: Contact): void {
    recent.value = [...recent.value, contact].slice(-MEMORY);
    if (isGood.value) {
      isGood.value = !isBad(recent.value);
    } else if (isCleanAgain(recent.value)) {
      isGood.value = true;
      recent.value = recent.value.slice(-CLEAN_TO_RETURN);
    }
  }

  return {
    isGood: computed(() => isGood.value),
    answered: (milliseconds: number) => note({ failed: false, milliseconds }),
    failed: () => note({ failed: true, milliseconds: 0 }),
    /** The phone itself says that there is no network. */
    cut(): void {
      isGood.value = false;
      recent.value = [];
    },
  };
}

function isBad(contacts: readonly Contact[]): boolean {
  if (contacts.filter(({ failed }) => failed).length > ERRORS_ALLOWED) return true;
  const answered = contacts.filter(({ failed }) => !failed);
  return answered.length > 1 && averageOf(answered) > SLOW_ON_AVERAGE;
}

function isCleanAgain(contacts: readonly Contact[]): boolean {
  const latest = contacts.slice(-CLEAN_TO_RETURN);
  if (latest.length < CLEAN_TO_RETURN || latest.some(({ failed }) => failed)) return false;
  return averageOf(latest) <= SLOW_ON_AVERAGE;
}

const averageOf = (contacts: readonly Contact[]): number =>
  contacts.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / contacts.length;
