/** Where staff land when nothing else was asked for. */
const HOME = '/host/';

/** The path to go on to after signing in; anything that could lead off this site becomes the home page. */
export function ownPath(next: string | undefined): string {
  if (!next?.startsWith('/') || next.length > 500) return HOME;
  // Browsers read `\` as `/` and drop control characters: `/\evil` and `/<tab>/evil` name another host.
  if (/[\\\p{Cc}]/u.test(next) || next.startsWith('//')) return HOME;
  const { origin, pathname, search, hash } = new URL(next, 'http://own.invalid');
  if (origin !== 'http://own.invalid' || pathname.startsWith('//')) return HOME;
  return `${pathname}${search}${hash}`;
}
