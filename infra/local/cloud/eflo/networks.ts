import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { content } from './content.ts';
import type { EfloState, Subnet, Vpd } from './state.ts';

/** Lingjun networks (灵骏网段), their address blocks and subnets. Every answer stands in `Content`. */
export function networkOperations(state: EfloState): Readonly<Record<string, Operation>> {
  const named = ({ params, region }: Call): Vpd => {
    const found = state.vpds.get(mandatory(params, 'VpdId'));
    if (found?.RegionId === region) return found;
    throw new ApiError(404, 'ResourceNotFound.Vpd', 'The specified Vpd does not exist.');
  };
  const write = (required: readonly string[], run: (vpd: Vpd, call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['VpdId', ...required],
    run: (call) => run(named(call), call),
    references: references({ 'ACS::EFLO::Vpd': ['VpdId'] }),
  });
  const blocks = (change: (had: readonly string[], one: string) => readonly string[]): Operation =>
    write(['SecondaryCidrBlock'], (vpd, { params }) => {
      const SecondaryCidrBlocks = change(vpd.SecondaryCidrBlocks, mandatory(params, 'SecondaryCidrBlock'));
      state.vpds.set(vpd.VpdId, { ...vpd, SecondaryCidrBlocks });
      return content({ VpdId: vpd.VpdId });
    });
  const subnetsOf = ({ VpdId }: Vpd): readonly Subnet[] =>
    [...state.subnets.values()].filter((subnet) => subnet.VpdId === VpdId);
  return {
    GetVpd: {
      rw: 'Read',
      required: ['VpdId'],
      run: (call) => content({ ...named(call), Status: 'Available', SubnetCount: subnetsOf(named(call)).length }),
    },
    ListSubnets: {
      rw: 'Read',
      run: (call) => {
        const { items, counts } = numberedPage(call.params, subnetsOf(named(call)), { usual: 20, most: 100 });
        return content({ Data: items, Total: counts.TotalCount });
      },
    },
    CreateSubnet: write(['SubnetName', 'Cidr', 'ZoneId'], ({ VpdId, RegionId }, { params }) => {
      const SubnetId = newId('subnet');
      const [SubnetName, Cidr] = [mandatory(params, 'SubnetName'), mandatory(params, 'Cidr')];
      const place = { VpdId, RegionId, ZoneId: mandatory(params, 'ZoneId') };
      state.subnets.set(SubnetId, { SubnetId, SubnetName, Cidr, ...place, Type: text(params, 'Type') ?? 'OOB' });
      return content({ SubnetId });
    }),
    DeleteSubnet: write(['SubnetId'], ({ VpdId }, { params }) => {
      const subnet = state.subnets.get(mandatory(params, 'SubnetId'));
      if (subnet?.VpdId !== VpdId) throw new ApiError(404, 'ResourceNotFound.Subnet', 'The Subnet does not exist.');
      state.subnets.delete(subnet.SubnetId);
      return content({ SubnetId: subnet.SubnetId });
    }),
    AssociateVpdCidrBlock: blocks((had, one) => [...new Set([...had, one])]),
    UnAssociateVpdCidrBlock: blocks((had, one) => had.filter((each) => each !== one)),
    DeleteVpd: write([], (vpd) => {
      if (subnetsOf(vpd).length > 0) throw new ApiError(400, 'ResourceInUse.Vpd', 'The Vpd still has subnets.');
      state.vpds.delete(vpd.VpdId);
      return content({});
    }),
  };
}
