import { type AskVerdictInput, type VerdictAnswer } from '@gatehouse/contract/passage';
import { type GateApi } from '../device/gate-api.ts';
import { type Line } from '../offline/line.ts';
import { measured } from './timing.ts';

/** What this device knows besides, when it gave the verdict by itself. */
export interface HereJudged {
  sighting: { lookup: string | null; passId: string | null; counter: number | null };
  together: boolean;
}
export interface DeskAnswer extends VerdictAnswer {
  /** only of a verdict given without the server */
  here?: HereJudged;
}

/** Whoever judges a credential shown at the gate. Asked twice with the same nonce, it gives the same answer. */
export interface VerdictSource {
  ask(question: AskVerdictInput): Promise<DeskAnswer>;
}

export const onlineVerdicts = (api: Pick<GateApi, 'askVerdict'>): VerdictSource => ({
  ask: (question) => api.askVerdict(question),
});

export interface SwitchingTools {
  askServer: (question: AskVerdictInput, milliseconds?: number) => Promise<VerdictAnswer>;
  /** null while this device knows too little to judge */
  judgeHere: () => VerdictSource['ask'] | null;
  line: Pick<Line, 'isGood' | 'answered' | 'failed'>;
  /** longer than this nobody waits for the server while the device can judge by itself */
  patience: () => number;
  mayWorkLater: (error: unknown) => boolean;
  now: () => number;
}

/** Judging here, with a note of how long it took. */
const timed = (judge: VerdictSource['ask'] | null): VerdictSource['ask'] | null =>
  judge &&
  (async (question) => {
    const began = performance.now();
    const answer = await judge(question);
    measured('judge', began);
    return answer;
  });

/**
 * The server while the line is good, otherwise this device; a scan that the server leaves unanswered is judged here
 * under the same nonce, so that the server knows it again when it is uploaded.
 */
export function switchingVerdicts({
  askServer,
  judgeHere,
  line,
  patience,
  mayWorkLater,
  now,
}: SwitchingTools): VerdictSource {
  async function ask(question: AskVerdictInput): Promise<DeskAnswer> {
    const here = timed(judgeHere());
    if (here && !line.isGood.value) return here(question);
    const began = now();
    try {
      const answer = await askServer(question, here ? patience() : undefined);
      line.answered(now() - began);
      return answer;
    } catch (error) {
      if (!mayWorkLater(error)) throw error;
      line.failed();
      if (here) return here(question);
      throw error;
    }
  }
  return { ask };
}
