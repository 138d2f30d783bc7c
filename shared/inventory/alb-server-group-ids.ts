/** The server groups to which a listener or a rule leads, wherever in its actions they stand. */
export function albServerGroupIds(said: unknown): readonly string[] {
  if (Array.isArray(said)) return said.flatMap(albServerGroupIds);
  if (typeof said !== 'object' || said === null) return [];
  return Object.entries(said).flatMap(([name, value]: [string, unknown]) =>
    name === 'ServerGroupId' && typeof value === 'string' ? [value] : albServerGroupIds(value),
  );
}
