import { type StepState } from '@gatehouse/contract/approval';
import { type Tone } from '../../shared/parts/StatusTag.vue';

export const stateTone: Record<StepState, Tone> = {
  waiting: 'pending',
  agreed: 'good',
  refused: 'bad',
  skipped: 'quiet',
};
