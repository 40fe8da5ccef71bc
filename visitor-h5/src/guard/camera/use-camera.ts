import { onScopeDispose, ref, shallowRef } from 'vue';
import { measured } from '../scan/timing.ts';
import { startDecoder, type Decoder } from './decoder.ts';
import { pixelsOfMiddle } from './pixels.ts';

export type CameraState = 'off' | 'starting' | 'on' | 'denied' | 'missing' | 'insecure';

const FRAME_PAUSE = 80;
const LONGEST_SIDE = 480;
const PATIENCE = 80;

interface TorchAbility {
  torch?: boolean;
}
type Abilities = MediaTrackCapabilities & TorchAbility;
type Wishes = MediaTrackConstraintSet & TorchAbility;

/** The camera as a scanner: about ten frames a second go to the decoder while `isWatching`. */
export function useCamera(onText: (text: string) => void, isWatching: () => boolean) {
  const state = ref<CameraState>('off');
  const video = shallowRef<HTMLVideoElement>();
  const hasTorch = ref(false);
  const isTorchOn = ref(false);
  const canvas = document.createElement('canvas');
  let stream: MediaStream | undefined;
  let decoder: Decoder | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function start(): Promise<void> {
    if (state.value === 'starting' || state.value === 'on') return;
    if (!('mediaDevices' in navigator)) {
      state.value = 'insecure';
      return;
    }
    state.value = 'starting';
    try {
      const wished = { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } };
      stream = await navigator.mediaDevices.getUserMedia({ video: wished, audio: false });
      await show(stream);
    } catch (error) {
      stop();
      state.value = error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing';
    }
  }

  async function show(opened: MediaStream): Promise<void> {
    const screen = video.value;
    if (!screen) return stop();
    screen.srcObject = opened;
    await screen.play();
    const abilities: Abilities | undefined = opened.getVideoTracks()[0]?.getCapabilities?.();
    hasTorch.value = !!abilities?.torch;
    decoder = startDecoder();
    state.value = 'on';
    look();
  }

  function look(): void {
    timer = setTimeout(() => void lookOnce().then(() => state.value === 'on' && look()), FRAME_PAUSE);
  }

  async function lookOnce(): Promise<void> {
    const screen = video.value;
    if (!screen?.videoWidth || !decoder || !isWatching()) return;
    const began = performance.now();
    const { text, milliseconds } =
      (await decoder.decodeFrame(screen, PATIENCE)) ?? (await decoder.decode(pixelsOf(screen), PATIENCE));
    if (text === null || state.value !== 'on') return;
    measured('decode', began, { milliseconds });
    onText(text);
  }

  const pixelsOf = (screen: HTMLVideoElement): ImageData => {
    const size = { width: screen.videoWidth, height: screen.videoHeight };
    return pixelsOfMiddle(canvas, screen, size, LONGEST_SIDE);
  };

  async function toggleTorch(): Promise<void> {
    const wanted = !isTorchOn.value;
    const torch: Wishes = { torch: wanted };
    await stream?.getVideoTracks()[0]?.applyConstraints({ advanced: [torch] });
    isTorchOn.value = wanted;
  }

  function stop(): void {
    clearTimeout(timer);
    stream?.getTracks().forEach((track) => track.stop());
    decoder?.close();
    stream = undefined;
    decoder = undefined;
    hasTorch.value = isTorchOn.value = false;
    state.value = 'off';
  }

  onScopeDispose(stop);
  return { state, video, hasTorch, isTorchOn, start, stop, toggleTorch };
}
