import { type VerdictAnswer } from '@gatehouse/contract/passage';

type Tone = [frequency: number, startsAt: number, lasts: number];

/** Two rising clear notes, or two low buzzes: told apart without looking. */
const tones: Record<VerdictAnswer['verdict'], { wave: OscillatorType; notes: Tone[]; vibration: number[] }> = {
  admit: {
    wave: 'sine',
    notes: [
      [880, 0, 0.12],
      [1318, 0.13, 0.22],
    ],
    vibration: [90],
  },
  refuse: {
    wave: 'square',
    notes: [
      [196, 0, 0.25],
      [165, 0.32, 0.4],
    ],
    vibration: [250, 120, 250],
  },
};

let context: AudioContext | undefined;

/** Browsers let a page sound only after the person touched it: call this from a touch or key. */
export function wakeSignals(): void {
  context ??= new AudioContext();
  void context.resume();
}

export function signal(verdict: VerdictAnswer['verdict'], withSound: boolean): void {
  const { wave, notes, vibration } = tones[verdict];
  if ('vibrate' in navigator) navigator.vibrate(vibration);
  if (!withSound || context?.state !== 'running') return;
  for (const note of notes) play(context, wave, note);
}

function play(audio: AudioContext, wave: OscillatorType, [frequency, startsAt, lasts]: Tone): void {
  const begin = audio.currentTime + startsAt;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.type = wave;
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(wave === 'square' ? 0.25 : 0.5, begin);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + lasts);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(begin);
  oscillator.stop(begin + lasts);
}
