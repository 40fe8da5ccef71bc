import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { DomainError } from '../../kernel/domain-error.js';
import { type PassageScope } from '../../passage/public.js';
import { DashboardQuery, type DashboardQuestion } from '../application/dashboard.query.js';
import { LiveChanges } from './live-changes.js';

/** Somebody who looks at a dashboard. */
export interface Watcher {
  send: (event: string, data: string) => void;
  beat: () => void;
  end: () => void;
  onGone: (gone: () => void) => void;
  /** whether the session still stands and still sees the same */
  isAllowed: () => Promise<boolean>;
}

/** One dashboard with everybody of this process who looks at the very same one: it is worked out once for all of them. */
interface Picture {
  question: DashboardQuestion;
  scope: PassageScope;
  watchers: Map<Watcher, string>;
  isDue: boolean;
  drawnAt: number;
  drawing: Promise<void> | null;
}

const MOST_WATCHERS = 500;
const MOST_PER_PERSON = 8;
const AT_MOST_EVERY_MS = 1_000;
const AT_LEAST_EVERY_MS = 30_000;
const TURN_MS = 250;
const BEAT_MS = 20_000;

/** Keeps every open dashboard of this process up to date. */
@Injectable()
export class LiveDashboards implements BeforeApplicationShutdown {
  private readonly pictures = new Map<string, Picture>();
  private timers: NodeJS.Timeout[] = [];
  private isHearing = false;
  private isStopped = false;

  constructor(
    private readonly dashboard: DashboardQuery,
    private readonly changes: LiveChanges,
    private readonly logger: PinoLogger,
  ) {}

  /** Sends the dashboard now and after each change, until the watcher is gone. */
  async watch(
    staffId: string,
    { campus, view }: DashboardQuestion,
    { campusIds, unitIds }: PassageScope,
    watcher: Watcher,
  ): Promise<void> {
    this.requireRoom(staffId);
    const key = JSON.stringify([campus, view, campusIds, unitIds]);
    const picture = this.pictures.get(key) ?? {
      question: { campus, view },
      scope: { campusIds, unitIds },
      watchers: new Map<Watcher, string>(),
      isDue: false,
      drawnAt: 0,
      drawing: null,
    };
    const first = JSON.stringify(await this.dashboard.of(picture.question, picture.scope));
    if (this.isStopped) throw new DomainError('request.too-many', { retryAfter: 3 });
    this.pictures.set(key, picture);
    picture.watchers.set(watcher, staffId);
    watcher.onGone(() => this.leave(key, picture, watcher));
    watcher.send('dashboard', first);
    this.begin();
  }

  beforeApplicationShutdown(): void {
    this.isStopped = true;
    this.timers.forEach(clearInterval);
    for (const watcher of this.all()) watcher.end();
  }

  private requireRoom(staffId: string): void {
    const people = [...this.pictures.values()].flatMap(({ watchers }) => [...watchers.values()]);
    const own = people.filter((id) => id === staffId).length;
    if (people.length >= MOST_WATCHERS || own >= MOST_PER_PERSON)
      throw new DomainError('request.too-many', { retryAfter: 30 });
  }

  private begin(): void {
    if (!this.isHearing) this.changes.hear((campuses) => this.mark(campuses));
    this.isHearing = true;
    if (this.timers.length > 0) return;
    this.timers = [setInterval(() => this.turn(), TURN_MS), setInterval(() => void this.beat(), BEAT_MS)];
  }

  private leave(key: string, picture: Picture, watcher: Watcher): void {
    picture.watchers.delete(watcher);
    if (picture.watchers.size === 0 && this.pictures.get(key) === picture) this.pictures.delete(key);
    if (this.pictures.size > 0) return;
    this.timers.forEach(clearInterval);
    this.timers = [];
  }

  private mark(campuses: string[]): void {
    for (const picture of this.pictures.values()) {
      const { campus } = picture.question;
      if (!campus || campuses.includes('*') || campuses.includes(campus)) picture.isDue = true;
    }
  }

  private turn(): void {
    const now = performance.now();
    for (const picture of this.pictures.values()) {
      const age = now - picture.drawnAt;
      const isTime = (picture.isDue && age >= AT_MOST_EVERY_MS) || age >= AT_LEAST_EVERY_MS;
      if (isTime && !picture.drawing) picture.drawing = this.draw(picture).finally(() => (picture.drawing = null));
    }
  }

  private async draw(picture: Picture): Promise<void> {
    picture.isDue = false;
    picture.drawnAt = performance.now();
    try {
      const dashboard = JSON.stringify(await this.dashboard.of(picture.question, picture.scope));
      for (const watcher of picture.watchers.keys()) watcher.send('dashboard', dashboard);
    } catch (error) {
      picture.isDue = true;
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'live dashboard');
    }
  }

  private async beat(): Promise<void> {
    for (const watcher of this.all()) {
      const isAllowed = await watcher.isAllowed().catch(() => true);
      if (isAllowed) watcher.beat();
      else watcher.end();
    }
  }

  private all(): Watcher[] {
    return [...this.pictures.values()].flatMap(({ watchers }) => [...watchers.keys()]);
  }
}
