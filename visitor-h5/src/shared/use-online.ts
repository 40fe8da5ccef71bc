import { onMounted, onUnmounted, ref, type Ref } from 'vue';

/** Whether the phone believes it has a network. */
export function useOnline(): Ref<boolean> {
  const online = ref(navigator.onLine);
  const update = () => (online.value = navigator.onLine);
  onMounted(() => {
    addEventListener('online', update);
    addEventListener('offline', update);
  });
  onUnmounted(() => {
    removeEventListener('online', update);
    removeEventListener('offline', update);
  });
  return online;
}
