import { onMounted, onUnmounted } from 'vue';
import { Wedge, type WedgeReading } from './wedge.ts';

/** Listens to a scanner on the whole page, whatever has the focus, before the page itself sees the keys. */
export function useWedge(onReading: (reading: WedgeReading) => void): void {
  const wedge = new Wedge();

  function onKeydown(event: KeyboardEvent): void {
    const reading = wedge.press(event);
    if (reading.kind === 'nothing') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onReading(reading);
  }

  const onComposed = ({ data, timeStamp }: CompositionEvent) => wedge.compose(data, timeStamp);

  onMounted(() => {
    addEventListener('keydown', onKeydown, true);
    addEventListener('compositionend', onComposed, true);
  });
  onUnmounted(() => {
    removeEventListener('keydown', onKeydown, true);
    removeEventListener('compositionend', onComposed, true);
  });
}
