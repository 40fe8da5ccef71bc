import { type Permission } from '@gatehouse/contract';
import { type Component } from 'vue';
import { type RouteRecordRaw } from 'vue-router';

export const menuGroups = ['duty', 'own', 'protection', 'records', 'system', 'demo'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** Where a page stands in the menu. */
export interface MenuPlace {
  group: MenuGroup;
  order: number;
  icon: Component;
  /** a small number shown beside the entry */
  badge?: Component;
}

declare module 'vue-router' {
  interface RouteMeta {
    /** key of the page title in the message files */
    title: string;
    /** what a session must be allowed to open the page */
    permission?: Permission;
    /** for whoever is signed in, without any permission */
    isForAll?: boolean;
    /** shown without the frame and without a session */
    isPublic?: boolean;
    /** shown without the frame, but with a session */
    isBare?: boolean;
    menu?: MenuPlace;
  }
}

/** A way out of the console that only the demo has. */
export interface DemoLink {
  href: string;
  title: string;
  icon: Component;
}

/** What a feature adds to the console. The router and the menu are the sum of all features. */
export interface ConsoleModule {
  routes: RouteRecordRaw[];
  demoLinks?: DemoLink[];
}
