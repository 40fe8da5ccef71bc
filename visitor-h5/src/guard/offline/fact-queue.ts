import { type AskVerdictInput, type Direction } from '@gatehouse/contract/passage';
import { type Reason } from '@gatehouse/contract/pass/reason';
import { computed, ref, shallowRef } from 'vue';
import { type Cabinet } from '../device/cabinet.ts';
import { mayWorkLater } from '../device/gate-api.ts';

/** What happened at the gate without network: the scan, how it was judged here, and what the guard did. */
export interface GateFact {
  /** names the scan; the server answers the same nonce once */
  nonce: string;
  /** the order of happening on this device */
  order: number;
  credential: AskVerdictInput['credential'];
  direction: Direction;
  gate: string;
  gateName: string;
  at: string;
  verdict: 'admit' | 'refuse';
  reason: Reason;
  bundleVersion: number | null;
  bundleMadeAt: string | null;
  /** masked, for the list of the guard */
  personName: string;
  by: string;
  /** null while the guard has not decided; a refusal by the rules needs no decision */
  outcome: 'admitted' | 'refused' | null;
  decidedAt: string | null;
  why?: string;
  plateSeen?: string;
  companionsPresent?: number;
  /** taken back before it was uploaded */
  annulment?: { reason: string; at: string };
  /** until when the verdict may be decided; epoch milliseconds */
  lapsesAt: number;
  /** what the server objected when the fact arrived: the guard reads it once */
  objection?: string;
}

/** What the server says of one uploaded fact. `duplicate` is a success: it had the fact already. */
export interface FactReceipt {
  nonce: string;
  status: 'stored' | 'duplicate' | 'conflict';
  /** id at the server */
  passage: string | null;
  text?: string;
}

export type FactQueue = ReturnType<typeof useFactQueue>;
type Decision = Pick<GateFact, 'outcome' | 'decidedAt' | 'by' | 'why' | 'plateSeen'>;

const AT_ONCE = 50;

/**
 * Facts are written down before anything else happens with them, go out in the order in which they happened, and leave
 * only when the server has said what became of each. A full disk loses none while the page stays open.
 */
export function useFactQueue(
  cabinet: Cabinet,
  send: (facts: readonly GateFact[]) => Promise<readonly FactReceipt[]>,
  now: () => number,
  onReceipt: (receipt: FactReceipt) => void = () => undefined,
) {
  const kept = shallowRef<GateFact[]>([]);
  const isDiskFull = ref(false);
  /** facts that the disk refused so far */
  const unwritten = new Set<string>();
  /** facts on their way */
  const sending = new Set<string>();
  let delivering = false;

  async function open(): Promise<void> {
    const stored = await cabinet.list<GateFact>('facts');
    kept.value = stored.sort((one, other) => one.order - other.order);
  }

  /** Known at once; the promise is kept when it is written down. */
  async function add(fact: Omit<GateFact, 'order'>): Promise<void> {
    if (kept.value.some(({ nonce }) => nonce === fact.nonce)) return;
    const order = (kept.value[kept.value.length - 1]?.order ?? 0) + 1;
    const written = { ...fact, order };
    kept.value = [...kept.value, written];
    await write(written);
  }

  /** What the guard did after the verdict. The first decision stands. */
  async function decide(nonce: string, decision: Decision): Promise<void> {
    const open = kept.value.find((fact) => fact.nonce === nonce);
    if (!open || open.outcome !== null) return;
    await change({ ...open, ...decision });
  }

  /** Takes an admission back that the server does not know yet: it will get to know both. */
  async function annul(nonce: string, annulment: NonNullable<GateFact['annulment']>): Promise<boolean> {
    const admitted = kept.value.find((fact) => fact.nonce === nonce && fact.outcome === 'admitted' && !fact.objection);
    if (!admitted || sending.has(nonce)) return false;
    await change({ ...admitted, annulment });
    return true;
  }

  async function change(changed: GateFact): Promise<void> {
    kept.value = kept.value.map((fact) => (fact.nonce === changed.nonce ? changed : fact));
    await write(changed);
  }

  async function write(fact: GateFact): Promise<void> {
    unwritten.add(fact.nonce);
    for (const nonce of [...unwritten]) {
      const latest = kept.value.find((one) => one.nonce === nonce);
      try {
        if (latest) await cabinet.keep('facts', nonce, latest);
        unwritten.delete(nonce);
      } catch {
        isDiskFull.value = true;
        return;
      }
    }
    isDiskFull.value = false;
  }

  async function dismiss(nonce: string): Promise<void> {
    kept.value = kept.value.filter((fact) => fact.nonce !== nonce);
    unwritten.delete(nonce);
    await cabinet.remove('facts', nonce).catch(() => undefined);
  }

  /** Answers whether everything that can be told has been told. */
  async function deliverAll(): Promise<boolean> {
    if (delivering) return false;
    delivering = true;
    try {
      for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
        batch.forEach(({ nonce }) => sending.add(nonce));
        const receipts = await send(batch);
        for (const receipt of receipts) await settle(receipt);
        if (receipts.length < batch.length) return false;
      }
      return true;
    } catch (error) {
      if (!mayWorkLater(error)) console.warn('upload refused', (error as Error).message);
      return false;
    } finally {
      sending.clear();
      delivering = false;
    }
  }

  function nextBatch(): GateFact[] {
    const toSend = kept.value.filter((fact) => !fact.objection);
    const stop = toSend.findIndex((fact) => isOpen(fact));
    return (stop < 0 ? toSend : toSend.slice(0, stop)).slice(0, AT_ONCE);
  }

  const isOpen = ({ verdict, outcome, lapsesAt }: GateFact) =>
    verdict === 'admit' && outcome === null && now() < lapsesAt;

  async function settle(receipt: FactReceipt): Promise<void> {
    const { nonce, status, text } = receipt;
    const fact = kept.value.find((one) => one.nonce === nonce);
    if (!fact) return;
    onReceipt(receipt);
    if (status === 'stored' || status === 'duplicate') await dismiss(nonce);
    else await change({ ...fact, objection: text || status });
  }

  return {
    facts: computed(() => kept.value),
    waiting: computed(() => kept.value.filter(({ objection }) => !objection)),
    disputed: computed(() => kept.value.filter(({ objection }) => objection)),
    isDiskFull: computed(() => isDiskFull.value),
    open,
    add,
    decide,
    annul,
    dismiss,
    deliverAll,
  };
}
