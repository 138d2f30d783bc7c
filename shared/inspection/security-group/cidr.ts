import type { Range } from './range.ts';

/** IPv4 and IPv6 on one line of numbers, IPv6 behind IPv4, so that a range never needs to say its family. */
export const IPV4: Range = { from: 0n, to: 2n ** 32n - 1n };
export const IPV6: Range = { from: 2n ** 32n, to: 2n ** 32n + 2n ** 128n - 1n };

/** The addresses of `10.0.0.0/8`, `10.1.2.3`, `fd00::/8` …; host bits are ignored. Undefined: not a block of addresses. */
export function parseCidr(text: string): Range | undefined {
  const [address = '', length, ...rest] = text.trim().split('/');
  const parsed = address.includes(':') ? parseIpv6(address) : parseIpv4(address);
  if (parsed === undefined || rest.length > 0) return undefined;
  const { value, bits, offset } = parsed;
  if (length !== undefined && !/^\d{1,3}$/u.test(length)) return undefined;
  const prefix = length === undefined ? bits : Number(length);
  if (prefix > bits) return undefined;
  const size = 2n ** BigInt(bits - prefix);
  const from = offset + (value / size) * size;
  return { from, to: from + size - 1n };
}

/** The whole of IPv4 or IPv6, whichever the range lies in. */
export function familyOf(range: Range): Range {
  return range.from <= IPV4.to ? IPV4 : IPV6;
}

interface Address {
  readonly value: bigint;
  readonly bits: number;
  readonly offset: bigint;
}

function parseIpv4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/u.test(part) && Number(part) < 256)) return undefined;
  return { value: parts.reduce((value, part) => value * 256n + BigInt(part), 0n), bits: 32, offset: IPV4.from };
}

function parseIpv6(text: string): Address | undefined {
  const [head = '', tail, ...rest] = text.split('::');
  if (rest.length > 0) return undefined;
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<bigint>(missing).fill(0n), ...after];
  return { value: groups.reduce((value, group) => value * 65_536n + group, 0n), bits: 128, offset: IPV6.from };
}

/** The 16-bit groups of one side of `::`; the last may be written as an IPv4 address. */
function groupsOf(text: string): readonly bigint[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  const embedded = last.includes('.') ? parseIpv4(last)?.value : undefined;
  const plain = embedded === undefined ? parts : parts.slice(0, -1);
  if (!plain.every((part) => /^[\da-f]{1,4}$/iu.test(part))) return undefined;
  const groups = plain.map((part) => BigInt(`0x${part}`));
  return embedded === undefined ? groups : [...groups, embedded / 65_536n, embedded % 65_536n];
}
