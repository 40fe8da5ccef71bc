import {
  defineComponent,
  h,
  nextTick,
  reactive,
  shallowRef,
  type App,
  type Component,
  type PropType,
  type SlotsType,
  type VNode,
} from 'vue';
import { needWords, type Words } from './i18n.ts';
import { hrefOf, matchOf, type Place, type Target } from './route-match.ts';

/** The small part of a router that the phone pages need; the usual one weighs 7 KB more, and all of it at first load. */
export interface RouteRecord {
  /** with `:name` for one part */
  path: string;
  title?: string;
  component: () => Promise<{ default: Component }>;
  /** what it needs besides the words that the app started with */
  words?: Words;
}
export interface Route extends Place {
  params: Record<string, string>;
  title: string | undefined;
}
interface Options {
  /** such as `/visit/` */
  base: string;
  /** the first one answers unknown addresses too */
  routes: readonly RouteRecord[];
  /** the page stays where it is, as when a sheet opens over it */
  isSameView: (to: Place, from: Place) => boolean;
}
interface Entry {
  /** the address one came from within the app; null at its first page */
  back: string | null;
  position: number;
}

const route = reactive<Route>({ path: '', query: {}, params: {}, title: undefined });
const view = shallowRef<Component>();
const loaded = new Map<RouteRecord, Component>();
const scrolled = new Map<number, number>();
let options: Options;
let position = 0;
let turn = 0;

const linkOf = (target: Target) => options.base.slice(0, -1) + hrefOf(target, route);

async function arrive(href: string, enter?: (href: string) => void): Promise<boolean> {
  const mine = ++turn;
  const { record, ...place } = matchOf(href, options.routes);
  const [component] = await Promise.all([
    loaded.get(record) ?? record.component().then((module) => module.default),
    record.words && needWords(record.words),
  ]);
  loaded.set(record, component);
  if (mine !== turn) return false;
  const from = { path: route.path, query: route.query };
  scrolled.set(position, scrollY);
  enter?.(href);
  Object.assign(route, place, { title: record.title });
  view.value = component;
  await nextTick();
  if (from.path && !options.isSameView(route, from)) {
    scrollTo(0, enter ? 0 : (scrolled.get((history.state as Entry | null)?.position ?? 0) ?? 0));
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
  return true;
}

async function go(target: Target, replace: boolean): Promise<void> {
  const href = hrefOf(target, route);
  if (href === hrefOf({}, route)) return;
  await arrive(href, () => {
    const { back = null } = (history.state ?? {}) as Partial<Entry>;
    const entry: Entry = replace ? { back, position } : { back: hrefOf({}, route), position: ++position };
    history[replace ? 'replaceState' : 'pushState'](entry, '', linkOf(target));
  });
}

const addressNow = () => `/${location.pathname.slice(options.base.length)}${location.search}`;

export const router = {
  push: (target: Target) => go(target, false),
  replace: (target: Target) => go(target, true),
  back: () => history.back(),
};

export const useRouter = () => router;
export const useRoute = (): Readonly<Route> => route;

/** Shows the page of the address; done when it can be mounted. */
export async function startRouter(app: App, chosen: Options): Promise<void> {
  options = chosen;
  app.component('RouterLink', RouterLink).component('RouterView', RouterView);
  position = (history.state as Entry | null)?.position ?? 0;
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => (history.scrollRestoration = 'auto'));
  addEventListener('pageshow', () => (history.scrollRestoration = 'manual'));
  addEventListener('popstate', () => {
    void arrive(addressNow()).then((arrived) => {
      if (arrived) position = (history.state as Entry | null)?.position ?? 0;
    });
  });
  await arrive(addressNow(), (href) => {
    const { back = null } = (history.state ?? {}) as Partial<Entry>;
    const { path, query } = matchOf(href, options.routes);
    history.replaceState(
      { back, position },
      '',
      options.base.slice(0, -1) + hrefOf({ path, query }, route) + location.hash,
    );
  });
}

const isPlainClick = (event: MouseEvent) =>
  !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey || event.defaultPrevented || event.button);

export const RouterLink = defineComponent({
  props: { to: { type: [String, Object] as PropType<Target>, required: true }, replace: Boolean },
  setup: (props, { slots }) => {
    const follow = (event: MouseEvent) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      void go(props.to, props.replace);
    };
    return () => h('a', { href: linkOf(props.to), onClick: follow }, slots.default?.());
  },
});

export const RouterView = defineComponent({
  slots: Object as SlotsType<{ default: { Component: VNode; route: Route } }>,
  setup: (_, { slots }) => {
    return () => {
      const page = view.value && h(view.value);
      return page && slots.default ? slots.default({ Component: page, route }) : page;
    };
  },
});

declare module 'vue' {
  interface GlobalComponents {
    RouterLink: typeof RouterLink;
    RouterView: typeof RouterView;
  }
}
