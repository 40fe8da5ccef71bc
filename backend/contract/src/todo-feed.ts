import type { Page } from './common.js';

/** GET /api/feeds/todo/count (signed request on behalf of a member of staff). */
export interface ToDoCount {
  count: number;
}

/** GET /api/feeds/todo?after= → Page<ToDoItem>: what waits for that person, newest first. */
export interface ToDoItem {
  /** stable: the same to-do keeps its id */
  id: string;
  title: string;
  summary: string;
  requestedAt: string;
  /** opens the to-do after sign-in: on the phone, and in the console */
  link: string;
  consoleLink: string;
}
export type ToDoFeed = Page<ToDoItem> & ToDoCount;
