import { textOf, type Params } from '../model/params.ts';

/** Calls of each product that know `DryRun`, as the vendor's SDK models declare it. Others ignore the parameter and act. */
const KNOWN: Readonly<Record<string, string>> = {
  ecs: `CreateInstance RunInstances DeleteInstance DeleteInstances StartInstance StartInstances StopInstance StopInstances
    RebootInstance RebootInstances ModifyInstanceChargeType ModifyInstanceClockOptions ModifyInstanceSecurityOptions
    ModifyInstanceSpec ReleasePublicIpAddress SendDiagnosticInterrupt DeleteVsc ModifyDiskDeployment ModifyDiskSpec
    ResetDisk ResetDisks`,
  vpc: `ReleaseIpv6Address RemoveCommonBandwidthPackageIp AssociateNetworkAcl UnassociateNetworkAcl CopyNetworkAclEntries
    UpdateNetworkAclEntries DeleteNetworkAcl CreateRouteEntry CreateRouteEntries DeleteRouteEntry DeleteRouteEntries
    ModifyRouteEntry ModifyVpcPrefixList AttachDhcpOptionsSetToVpc DetachDhcpOptionsSetFromVpc ReplaceVpcDhcpOptionsSet
    UpdateDhcpOptionsSetAttribute CreateSnatEntry ModifySnatEntry DeleteIpv4Gateway EnableVpcIpv4Gateway DeleteVSwitch
    DeleteVpc ModifyVpcCidrBlock UpdateNatGatewayNatType`,
};

/** Products of which nearly every write knows it; these do not. */
const UNKNOWN: Readonly<Record<string, string>> = {
  alb: 'MoveResourceGroup Release TagResources UnTagResources',
  nlb: 'MoveResourceGroup Release',
};

const known = actionsOf(KNOWN);
const unknown = actionsOf(UNKNOWN);

/** Whether the call changed nothing because it only asked whether it might: only where the API knows such a question. */
export function isDryRun(service: string, action: string, params: Params): boolean {
  return asks(params) && knows(service.toLowerCase(), action.toLowerCase());
}

function knows(service: string, action: string): boolean {
  return known.get(service)?.has(action) ?? (unknown.has(service) && unknown.get(service)?.has(action) === false);
}

/** The gateway reads the exact spelling alone; some records write every name in small letters. */
function asks(params: Params): boolean {
  if (!Object.hasOwn(params, 'DryRun')) {
    const names = Object.keys(params);
    if (!names.includes('dryrun') || names.some((name) => name !== name.toLowerCase())) return false;
  }
  return textOf(params, 'DryRun')?.toLowerCase() === 'true';
}

function actionsOf(products: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(products).map(([product, actions]) => [product, new Set(actions.toLowerCase().split(/\s+/u))]),
  );
}
