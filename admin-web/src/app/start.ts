import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp, watch } from 'vue';
import { createWebHistory } from 'vue-router';
import { useSession } from '@/features/identity/session';
import { ApiError, onSignedOut } from '@/shared/http';
import { usePreferences } from '@/shared/preferences';
import App from './App.vue';
import { features } from './features';
import { i18n, speak } from './i18n';
import { createConsoleRouter } from './router';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (failures, problem) =>
        failures < 2 && problem instanceof ApiError && [0, 502, 503, 504].includes(problem.status),
    },
  },
});

export async function startConsole(target: string): Promise<void> {
  const app = createApp(App).use(createPinia()).use(VueQueryPlugin, { queryClient: queries }).use(i18n);
  const session = useSession();
  const preferences = usePreferences();
  const router = createConsoleRouter(features, session, createWebHistory('/console/'));

  onSignedOut(() => {
    session.forget();
    queries.clear();
    const { fullPath, meta } = router.currentRoute.value;
    if (router.currentRoute.value.matched.length && !meta.isPublic)
      void router.push({ name: 'login', query: { next: fullPath } });
  });
  const isSigningIn = /^\/console\/(login|setup)\b/.test(location.pathname);
  await speak(preferences.locale, isSigningIn ? 'first' : 'all');
  router.beforeResolve(({ meta }) => speak(preferences.locale, meta.isPublic ? 'first' : 'all'));
  watch(
    () => preferences.locale,
    (locale) => void speak(locale, router.currentRoute.value.meta.isPublic ? 'first' : 'all'),
  );
  app.use(router).mount(target);
}
