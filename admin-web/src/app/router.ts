import { createRouter, type RouteLocationNormalized, type Router, type RouterHistory } from 'vue-router';
import { type Session } from '@/features/identity/session';
import { ApiError } from '@/shared/http';
import { type ConsoleModule } from '@/shared/console-module';
import { mayOpen, menuOf } from './menu';

/** The router is the sum of the features: public pages stand alone, all others inside the frame. */
export function createConsoleRouter(features: ConsoleModule[], session: Session, history: RouterHistory): Router {
  const routes = features.flatMap((feature) => feature.routes);
  const router = createRouter({
    history,
    routes: [
      ...routes.filter(({ meta }) => meta?.isPublic || meta?.isBare),
      {
        path: '/',
        component: () => import('./shell/ConsoleFrame.vue'),
        children: [
          { path: '', name: 'home', meta: { title: 'app.name' }, component: () => import('./shell/NothingToDo.vue') },
          ...routes.filter(({ meta }) => !meta?.isPublic && !meta?.isBare),
          {
            path: 'no-access',
            name: 'no-access',
            meta: { title: 'access.title' },
            component: () => import('./shell/NoAccess.vue'),
          },
          {
            path: ':rest(.*)*',
            name: 'not-found',
            meta: { title: 'lost.title' },
            component: () => import('./shell/NotFound.vue'),
          },
        ],
      },
    ],
  });

  router.beforeEach(async (to) => {
    if (to.meta.isPublic) return true;
    const isKnown = await knows(session);
    if (!isKnown) return session.problem ? true : { name: 'login', query: { next: to.fullPath } };
    if (!mayOpenAll(session, to)) return { name: 'no-access', query: { page: to.fullPath } };
    if (to.name !== 'home') return true;
    const [first] = menuOf(features, session.staff);
    return first ? { name: first.name, replace: true } : true;
  });
  return router;
}

/** Asks the server once who is signed in. A failure other than "nobody" is kept in `session.problem`. */
async function knows(session: Session): Promise<boolean> {
  if (session.staff) return true;
  try {
    await session.load();
    return true;
  } catch (problem) {
    session.problem = problem instanceof ApiError && problem.status === 401 ? null : problem;
    return false;
  }
}

function mayOpenAll(session: Session, to: RouteLocationNormalized): boolean {
  return to.matched.every(({ meta }) => mayOpen(session.staff, meta));
}
