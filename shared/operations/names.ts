/** Names parted by white space: long lists of actions stay short to read. */
export function names(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}
