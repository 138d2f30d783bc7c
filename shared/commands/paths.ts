/**
 * The path made absolute and plain, as segments; `~` is root's home, and a node seen from a container is the node.
 * Undefined where it begins with something that only the node knows.
 */
export function segmentsOf(path: string, directory: string | undefined): readonly string[] | undefined {
  if (path === '' || path.startsWith('$') || path.startsWith('`') || path.startsWith('<(')) return undefined;
  if (!path.startsWith('/') && !path.startsWith('~') && directory === undefined) return undefined;
  const home = path === '~' || path.startsWith('~/') ? `/root${path.slice(1)}` : path;
  const whole = home.startsWith('/') ? home : `${directory ?? ''}/${home}`;
  const segments: string[] = [];
  for (const segment of whole.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

/** A file or folder that matters, as segments. */
export type Place = readonly string[];

export function placeOf(path: string): Place {
  return path.split('/').filter((segment) => segment !== '');
}

/** Whether the path is this place or lies below it. Segments of either may be patterns: `kube*`. */
export function isWithin(path: readonly string[], place: Place): boolean {
  return path.length >= place.length && place.every((segment, index) => agree(path[index], segment));
}

/** Whether the path lies above this place, so that what happens to everything below it happens to the place. */
export function isAbove(path: readonly string[], place: Place): boolean {
  return path.length < place.length && path.every((segment, index) => agree(segment, place[index] ?? ''));
}

function agree(segment: string | undefined, wanted: string): boolean {
  return segment !== undefined && (segment === wanted || fits(segment, wanted) || fits(wanted, segment));
}

/** Whether a text fits a pattern of `*` and `?`; walks both once and goes back to the last star alone. */
export function fits(pattern: string, text: string): boolean {
  if (!pattern.includes('*') && !pattern.includes('?')) return pattern === text;
  let [at, star, mark] = [0, -1, 0];
  let index = 0;
  while (index < text.length) {
    const char = pattern.charAt(at);
    if (char === '*') {
      star = at;
      mark = index;
      at += 1;
    } else if (char !== '' && (char === '?' || char === text.charAt(index))) {
      at += 1;
      index += 1;
    } else if (star !== -1) {
      at = star + 1;
      mark += 1;
      index = mark;
    } else return false;
  }
  while (pattern.charAt(at) === '*') at += 1;
  return at === pattern.length;
}
