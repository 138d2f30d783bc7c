import type { Reader } from '../reader.ts';
import { efloNetworkInterface } from '../readers/eflo-network-interface.ts';
import { efloNetworkInterfaceAddresses } from '../readers/eflo-network-interface-addresses.ts';
import { efloNode } from '../readers/eflo-node.ts';
import { efloNodeGroup } from '../readers/eflo-node-group.ts';
import { efloVpd } from '../readers/eflo-vpd.ts';

/** The readers of what belongs to Lingjun. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [
  efloNode,
  efloNodeGroup,
  efloNetworkInterface,
  efloNetworkInterfaceAddresses,
  efloVpd,
];
