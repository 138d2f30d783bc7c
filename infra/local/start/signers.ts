import type { Key } from '../cloud/keys.ts';
import type { DemoAccount } from '../demo/account.ts';
import { FORGED_ROLE } from '../demo/roles.ts';

/** Clicks in the console come with this agent. */
const CONSOLE_AGENT = 'Apache-HttpClient/4.5.7 (Java/1.8.0_275)';

/** Everybody who calls in the demo account, by the name that `--as` takes. */
export function signersOf({ world, prod }: DemoAccount) {
  const { actors, keys } = world;
  return {
    alice: actors.user('alice'),
    /** The account itself, clicking in the console. */
    root: keys.root({ userAgent: CONSOLE_AGENT, sourceIp: '203.0.113.7', isConsole: true }),
    /** A pipeline with a role of its own. */
    deployer: keys.session('deployer', 'terraform', {
      userAgent: 'HashiCorp-Terraform/1.11.4',
      sourceIp: '198.51.100.30',
    }),
    /** Somebody whose role only sounds like one of ACK's. */
    pretender: keys.session(FORGED_ROLE, 'maintenance', { sourceIp: '198.51.100.77' }),
    ack: actors.ack(),
    ccm: actors.cloudController(prod.clusterId),
    terway: actors.terway(),
    autoscaler: actors.autoscaler(),
    autoscaling: actors.autoscaling(),
  } as const satisfies Readonly<Record<string, Key>>;
}

/** A name that `signersOf` knows. */
export type SignerName = keyof ReturnType<typeof signersOf>;
