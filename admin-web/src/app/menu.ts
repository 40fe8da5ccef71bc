import { type StaffIdentity } from '@gatehouse/contract';
import { type ConsoleModule, type MenuGroup, menuGroups, type MenuPlace } from '@/shared/console-module';

export interface MenuEntry extends MenuPlace {
  name: string;
  title: string;
}

/** What this person may open, in the order of the menu. */
export function menuOf(features: ConsoleModule[], staff: Pick<StaffIdentity, 'permissions'> | null): MenuEntry[] {
  const entries = features
    .flatMap(({ routes }) => routes)
    .flatMap(({ name, meta }) =>
      meta?.menu && mayOpen(staff, meta) ? [{ ...meta.menu, name: String(name), title: meta.title }] : [],
    );
  return entries.sort((a, b) => place(a) - place(b));
}

export function mayOpen(
  staff: Pick<StaffIdentity, 'permissions'> | null,
  { permission }: { permission?: StaffIdentity['permissions'][number] },
): boolean {
  return !permission || Boolean(staff?.permissions.includes(permission));
}

export function groupsOf(entries: MenuEntry[]): { group: MenuGroup; entries: MenuEntry[] }[] {
  return menuGroups
    .map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) }))
    .filter(({ entries: found }) => found.length);
}

const place = ({ group, order }: MenuPlace): number => menuGroups.indexOf(group) * 100 + order;
