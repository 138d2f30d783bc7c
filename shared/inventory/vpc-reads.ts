import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud, CloudCall } from '../cloud/cloud.ts';
import { byNextToken, byPageNumber, type Listing } from '../cloud/paging.ts';

const PAGE_SIZE = 50;
const ROUTES_PER_PAGE = 100;

const vpc = z.object({ DhcpOptionsSetId: optionalText, Ipv4GatewayId: optionalText });
const vSwitches = z.object({
  VSwitches: wrapped(
    'VSwitch',
    z.object({
      VSwitchId: z.string(),
      NetworkAclId: optionalText,
      RouteTable: z.object({ RouteTableId: optionalText }).nullish(),
    }),
  ),
  TotalCount: z.number().nullish(),
});
const routeEntry = z.object({
  RouteEntryId: optionalText,
  DestinationCidrBlock: z.string(),
  NextHops: wrapped('NextHop', z.object({ NextHopId: z.string().default('') })),
});
const routeEntries = z.object({ RouteEntrys: wrapped('RouteEntry', routeEntry), NextToken: optionalText });
const natGateways = z.object({
  NatGateways: wrapped(
    'NatGateway',
    z.object({
      NatGatewayId: z.string(),
      Name: optionalText,
      SnatTableIds: wrapped('SnatTableId', z.string()),
    }),
  ),
  TotalCount: z.number().nullish(),
});

export type RouteEntry = z.infer<typeof routeEntry>;
type VSwitch = z.infer<typeof vSwitches>['VSwitches'][number];
type NatGateway = z.infer<typeof natGateways>['NatGateways'][number];

/** The reads that tell which parts of a VPC a cluster leans on. */
export interface VpcReads {
  readonly vpc: (vpcId: string) => Promise<z.infer<typeof vpc>>;
  readonly vSwitches: (vpcId: string) => Promise<Listing<VSwitch>>;
  /** What somebody added; the cloud's own routes are left out. */
  readonly routeEntries: (routeTableId: string) => Promise<Listing<RouteEntry>>;
  readonly natGateways: (vpcId: string) => Promise<Listing<NatGateway>>;
}

export function vpcReads(cloud: Cloud, region: string, deadline: number): VpcReads {
  const call = (action: string, params: CloudCall['params']) =>
    ({ product: 'vpc', action, region, params, deadline }) as const;
  return {
    vpc: (VpcId) => ask(cloud, call('DescribeVpcAttribute', { VpcId }), vpc),
    vSwitches: (VpcId) =>
      byPageNumber(async (PageNumber) => {
        const params = { VpcId, PageSize: PAGE_SIZE, PageNumber };
        const read = await ask(cloud, call('DescribeVSwitches', params), vSwitches);
        return { items: read.VSwitches, total: read.TotalCount ?? read.VSwitches.length };
      }),
    routeEntries: (RouteTableId) =>
      byNextToken(async (NextToken) => {
        const params = { RouteTableId, RouteEntryType: 'Custom', MaxResult: ROUTES_PER_PAGE, NextToken };
        const read = await ask(cloud, call('DescribeRouteEntryList', params), routeEntries);
        return { items: read.RouteEntrys, nextToken: read.NextToken };
      }),
    natGateways: (VpcId) =>
      byPageNumber(async (PageNumber) => {
        const params = { VpcId, PageSize: PAGE_SIZE, PageNumber };
        const read = await ask(cloud, call('DescribeNatGateways', params), natGateways);
        return { items: read.NatGateways, total: read.TotalCount ?? read.NatGateways.length };
      }),
  };
}
