/** An id as the cloud gives them out, yet readable: `lb-bp1prodapi0000000000`. The same on every start. */
export function idOf(prefix: string, name: string): string {
  return `${prefix}-bp1${name.padEnd(17, '0')}`;
}

/** `idOf` for a numbered one: `i-bp1prodworker0000003`. */
export function numberedId(prefix: string, name: string, number: number): string {
  const digits = String(number);
  return `${prefix}-bp1${name.padEnd(17 - digits.length, '0')}${digits}`;
}

/** Tags from pairs. */
export function tagsOf(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
}
