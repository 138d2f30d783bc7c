import { BlockList, isIPv6 } from 'node:net';
import type {
  Direction,
  Lists,
  Permission,
  Protocol,
  SecurityGroupRules,
} from '../../../shared/inspection/security-group/rules.ts';

/** One packet that opens a connection: everything that a rule can look at has one value. */
export interface Packet {
  readonly direction: Direction;
  readonly protocol: Protocol;
  readonly port: number;
  readonly sourcePort: number;
  readonly local: string;
  readonly peer: string;
  readonly peerGroupIds: readonly string[];
}

/** The rules as one would write them down first, packet by packet; what is compared against it shares none of its code. */
export function naivelyPasses(groups: readonly SecurityGroupRules[], packet: Packet, lists: Lists): boolean {
  for (const group of groups) {
    const isFriendly = group.SecurityGroupType === 'normal' && group.InnerAccessPolicy === 'Accept';
    if (isFriendly && packet.peerGroupIds.includes(group.SecurityGroupId ?? '')) return true;
  }
  const matching = groups.flatMap((group) => group.Permissions).filter((rule) => matches(rule, packet, lists));
  if (matching.length === 0) return packet.direction === 'egress' && groups[0]?.SecurityGroupType === 'normal';
  const first = Math.min(...matching.map((rule) => rule.Priority));
  return matching.filter((rule) => rule.Priority === first).every((rule) => rule.Policy === 'Accept');
}

function matches(rule: Permission, packet: Packet, lists: Lists): boolean {
  if (rule.Direction !== packet.direction) return false;
  if (rule.IpProtocol !== 'ALL' && rule.IpProtocol !== packet.protocol) return false;
  const hasPorts = packet.protocol === 'TCP' || packet.protocol === 'UDP';
  const ports = rule.PortRangeListId === undefined ? [rule.PortRange] : lists.portRangeLists.get(rule.PortRangeListId);
  if (hasPorts && !(ports ?? []).some((range) => within(range, packet.port))) return false;
  if (hasPorts && !within(rule.SourcePortRange ?? '-1/-1', packet.sourcePort)) return false;
  const source = [rule.SourceCidrIp, rule.Ipv6SourceCidrIp].filter((cidr) => cidr !== undefined);
  const dest = [rule.DestCidrIp, rule.Ipv6DestCidrIp].filter((cidr) => cidr !== undefined);
  const [own, others] = rule.Direction === 'ingress' ? [dest, source] : [source, dest];
  if (own.length > 0 && !own.some((cidr) => inBlock(cidr, packet.local))) return false;
  if (others.length > 0) return others.some((cidr) => inBlock(cidr, packet.peer));
  const groupId = rule.SourceGroupId ?? rule.DestGroupId;
  if (groupId !== undefined) return packet.peerGroupIds.includes(groupId);
  const entries = lists.prefixLists.get(rule.SourcePrefixListId ?? rule.DestPrefixListId ?? '') ?? [];
  return entries.some((cidr) => inBlock(cidr, packet.peer));
}

function within(range: string, port: number): boolean {
  const [from = 0, to = 0] = range.split('/').map(Number);
  return from === -1 || (from <= port && port <= to);
}

const answers = new Map<string, boolean>();

function inBlock(cidr: string, address: string): boolean {
  const question = `${cidr} ${address}`;
  const answer = answers.get(question) ?? ask(cidr, address);
  answers.set(question, answer);
  return answer;
}

/** Node's own list takes IPv4 addresses to be in `::/0`; a rule of one family says nothing of the other. */
function ask(cidr: string, address: string): boolean {
  const [base = '', length = ''] = cidr.split('/');
  if (isIPv6(base) !== isIPv6(address)) return false;
  const family = isIPv6(base) ? 'ipv6' : 'ipv4';
  const block = new BlockList();
  block.addSubnet(base, Number(length), family);
  return block.check(address, family);
}
