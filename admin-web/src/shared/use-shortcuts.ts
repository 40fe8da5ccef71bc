import { onBeforeUnmount, onMounted } from 'vue';
import { usePreferences } from './preferences';

/** Single keys for people who work through lists; silent while something is typed or a dialog is open. */
export function useShortcuts(actions: Record<string, () => void>): void {
  const preferences = usePreferences();

  function listen(event: KeyboardEvent): void {
    const action = actions[event.key];
    if (!action || !preferences.hasShortcuts || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector('[role=dialog]')) return;
    event.preventDefault();
    action();
  }

  onMounted(() => window.addEventListener('keydown', listen));
  onBeforeUnmount(() => window.removeEventListener('keydown', listen));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && Boolean(target.closest('input, textarea, select, [contenteditable=true]'));
}
