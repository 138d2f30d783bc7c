/** Puts the generated event filter into the text of s.yaml; everything else of it stays as a person wrote it. */
export function withFilter(manifest: string, filter: object): string {
  const line = /^(\s*eventRuleFilterPattern: )'.*'$/gmu;
  if (manifest.match(line)?.length !== 1) throw new Error("Expected one line eventRuleFilterPattern: '…' in s.yaml");
  return manifest.replace(line, (_, key: string) => `${key}'${JSON.stringify(filter).replaceAll("'", "''")}'`);
}
