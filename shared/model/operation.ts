import type { ResourceKind } from './resource.ts';

/**
 * What a command does on the node that it runs on, as its text tells; `shared/commands` yields these in place of
 * `command-run`. `command-unread` says that nobody can tell: an interactive session, a text that is not to be had.
 */
export const COMMAND_EFFECTS = [
  'component-version-changed',
  'runtime-configuration-changed',
  'os-settings-changed',
  'clock-changed',
  'control-plane-upgraded',
  'control-plane-configuration-changed',
  'certificates-changed',
  'core-data-deleted',
  'key-paths-changed',
  'ip-forwarding-disabled',
  'reverse-path-filter-enabled',
  'tcp-tw-reuse-enabled',
  'tcp-tw-recycle-enabled',
  'local-port-range-changed',
  'firewall-enabled',
  'resolver-changed',
  'volume-unmounted',
  'block-device-changed',
  'mount-directory-deleted',
  'log-position-deleted',
  'log-buffer-deleted',
  'command-unread',
] as const;

/** What an operation does to a resource, in our words. */
export const EFFECTS = [
  'created',
  'deleted',
  'released',
  'release-scheduled',
  'renewal-changed',
  'charge-type-changed',
  'maintenance-changed',
  'members-added',
  'members-released',
  'members-replaced',
  'members-reimaged',
  'removed',
  'moved',
  'supply-deleted',
  'started',
  'stopped',
  'restarted',
  'redeployed',
  'standby-changed',
  'repair-approved',
  'health-changed',
  'os-replaced',
  'instance-options-changed',
  'address-changed',
  'public-address-added',
  'public-address-removed',
  'bandwidth-changed',
  'listener-added',
  'listener-changed',
  'rules-added',
  'server-group-added',
  'server-group-deleted',
  'backends-changed',
  'backend-weights-changed',
  'acl-changed',
  'tags-changed',
  'resource-group-changed',
  'spec-changed',
  'attribute-changed',
  'name-changed',
  'membership-changed',
  'rules-widened',
  'rules-narrowed',
  'rules-changed',
  'bounds-changed',
  'capacity-changed',
  'scaling-switched',
  'scaling-policy-changed',
  'launch-configuration-changed',
  'lifecycle-hooks-changed',
  'load-balancers-changed',
  'attached',
  'detached',
  'reset',
  'resized',
  'directory-deleted',
  'recycle-bin-emptied',
  'access-changed',
  'quota-changed',
  'route-changed',
  'egress-changed',
  'network-acl-changed',
  'address-space-changed',
  'dhcp-options-changed',
  'delete-protection-lifted',
  'release-protection-lifted',
  'modification-protection-lifted',
  'ingress-protection-lifted',
  'system-protection-lifted',
  'protection-changed',
  'permission-granted',
  'permission-removed',
  'permission-changed',
  'trust-changed',
  'add-on-uninstalled',
  'ingress-controller-uninstalled',
  'log-component-uninstalled',
  'virtual-node-uninstalled',
  'log-collection-changed',
  'alert-contacts-changed',
  'recording-changed',
  'nodes-attached',
  'auto-repair-changed',
  'upgraded',
  'upgrade-checked',
  /** The supported way, through Container Service: recorded, and quiet. */
  'configured-through-ack',
  'command-run',
  'unknown-change',
  ...COMMAND_EFFECTS,
] as const;
export type Effect = (typeof EFFECTS)[number];

/**
 * How surely the call is the risky operation itself. `direct`: it is. `conditional`: with these parameters, or on such a
 * resource. `content`: what its text does. `sequence`: only for what did not come before it. `precursor`: it lifts a
 * guard just before. `adjacent`: it touches the resource, with a weaker effect. `approved`: it is the supported way.
 */
export type Strength = 'direct' | 'conditional' | 'content' | 'sequence' | 'precursor' | 'adjacent' | 'approved';

/**
 * Where a `command-run` call carries its text: `command` in `CommandContent` (base64 where `ContentEncoding` says so),
 * `stored-command` behind its `CommandId`, `file` as `TargetDir` + `Name` + `Content`, `session` in `CommandLine`,
 * `template` in an OOS template and its parameters, `state` in an OOS state configuration, `package` as an extension.
 */
export const COMMAND_FORMS = ['command', 'stored-command', 'file', 'session', 'template', 'state', 'package'] as const;
export type CommandForm = (typeof COMMAND_FORMS)[number];

/**
 * A typed predicate on a call's parameters, the same for every table. Names and values compare without case; a name may
 * be the path of a member (`addons.name`), and a list holds where one of its items does.
 */
export type Condition =
  | { readonly present: string }
  | { readonly equals: readonly [param: string, value: string] }
  | { readonly oneOf: readonly [param: string, values: readonly string[]] }
  | { readonly prefix: readonly [param: string, prefix: string] }
  /** An object under the parameter has one of these members: `{ "ack.aliyun.com": "c1" }`. */
  | { readonly member: readonly [param: string, names: readonly string[]] }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/**
 * Where ids stand in an event: `InstanceId` (any spelling of a list: `InstanceId.1`, array, JSON text),
 * `BackendServers.ServerId` (a member of each element), `response.NetworkInterfaceId`,
 * `response.InstanceIdSets.InstanceIdSet`, `arn:ResourceARN` (the last part of each ARN),
 * `LoadBalancerId/ListenerPort` and `LoadBalancerId/ListenerPort/ListenerProtocol` (joined by a slash).
 * `arn:` also takes plain ids; of mixed ids it keeps those that begin as ids of the kind do. `@region` and `@account`
 * name what there is one of. Where none yields an id, the event's referenced resources of the same kind are taken.
 */
export type IdPath = string;

/** One thing that an operation does to one kind of resource. */
export interface Touch {
  readonly kind: ResourceKind;
  readonly ids: readonly IdPath[];
  readonly effect: Effect;
  readonly strength: Strength;
  /** Parameters in which the new value stands. */
  readonly value?: readonly string[];
  readonly when?: Condition;
  /** For `command-run` alone: where the text of the command stands. */
  readonly form?: CommandForm;
}

/** The operations of one product: action → what it touches. Service names compare without case. */
export interface OperationTable {
  /** ActionTrail's `serviceName`. */
  readonly service: string;
  /** API versions that know these actions; for the reader and for the coverage report. */
  readonly versions: readonly string[];
  readonly actions: Readonly<Record<string, readonly Touch[]>>;
  /** Writes of this product that never matter: recognised, so that the fallback does not take them. */
  readonly ignored: readonly string[];
  /** What any other write of this product does, where it names a resource of a cluster. */
  readonly fallback?: readonly Touch[];
}
