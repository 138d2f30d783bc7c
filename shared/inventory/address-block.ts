import { BlockList, isIP } from 'node:net';

/** Whether all addresses of the block `inner` are addresses of `outer`; false for what is no block of addresses. */
export function holdsBlock(outer: string, inner: string): boolean {
  const [whole, piece] = [parsed(outer), parsed(inner)];
  if (whole === undefined || piece === undefined || piece.bits < whole.bits) return false;
  const list = new BlockList();
  list.addSubnet(whole.address, whole.bits, whole.family);
  return list.check(piece.address, piece.family);
}

function parsed(cidr: string) {
  const [, address = '', bits = ''] = /^([\d.]+|[\da-f:]+)\/(\d{1,3})$/iu.exec(cidr.trim()) ?? [];
  const family = address.includes(':') ? 'ipv6' : 'ipv4';
  const isBlock = isIP(address) !== 0 && Number(bits) <= (family === 'ipv6' ? 128 : 32);
  return isBlock ? ({ address, bits: Number(bits), family } as const) : undefined;
}
