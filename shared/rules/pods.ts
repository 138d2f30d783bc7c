import { objectsOf, textOf, type Params } from '../model/params.ts';
import type { Cluster } from '../model/resource.ts';

/** Whether a block of addresses holds addresses of the cluster's Pods; unknown counts as yes. */
export function reachesPods(cidr: string | undefined, { podCidrs }: Pick<Cluster, 'podCidrs'>): boolean {
  if (cidr === undefined || podCidrs.length === 0) return true;
  return podCidrs.some((pods) => overlap(cidr, pods));
}

/** Whether the call asks for a rule that drops DNS (UDP 53) from or to Pods. What it takes away, only inspection sees. */
export function dropsDns(params: Params, cluster: Pick<Cluster, 'podCidrs'>): boolean {
  if (isDrop(textOf(params, 'InnerAccessPolicy'))) return true;
  const rules = [params, ...objectsOf(params, 'Permissions'), ...objectsOf(params, 'AuthorizePermission')];
  return rules.some(
    (rule) =>
      isDrop(textOf(rule, 'Policy')) &&
      coversUdp(textOf(rule, 'IpProtocol')) &&
      coversDnsPort(textOf(rule, 'PortRange')) &&
      reachesPods(textOf(rule, 'SourceCidrIp') ?? textOf(rule, 'DestCidrIp'), cluster),
  );
}

function isDrop(policy: string | undefined): boolean {
  return policy?.toLowerCase() === 'drop';
}

function coversUdp(protocol: string | undefined): boolean {
  return protocol === undefined || ['udp', 'all'].includes(protocol.toLowerCase());
}

function coversDnsPort(range: string | undefined): boolean {
  const [, from, to] = /^(-?\d+)\/(-?\d+)$/u.exec(range ?? '') ?? [];
  return from === undefined || from === '-1' || (Number(from) <= 53 && 53 <= Number(to));
}

function overlap(a: string, b: string): boolean {
  const [one, other] = [block(a), block(b)];
  if (one === undefined || other === undefined) return true; // IPv6 or no address: nobody can tell
  const shift = 2 ** (32 - Math.min(one.bits, other.bits));
  return Math.floor(one.address / shift) === Math.floor(other.address / shift);
}

function block(cidr: string): { readonly address: number; readonly bits: number } | undefined {
  const [, ip = '', bits = '32'] = /^(\d{1,3}(?:\.\d{1,3}){3})(?:\/(\d{1,2}))?$/u.exec(cidr.trim()) ?? [];
  if (ip === '') return undefined;
  return { address: ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0), bits: Number(bits) };
}
