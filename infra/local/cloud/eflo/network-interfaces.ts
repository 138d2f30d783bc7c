import { type Answer, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { given, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { content } from './content.ts';
import { leniNamed } from './find.ts';
import { aLeni, type EfloState, type Leni } from './state.ts';

/** Network interfaces of Lingjun nodes and their further addresses. Every answer stands in `Content`. */
export function networkInterfaceOperations(state: EfloState): Readonly<Record<string, Operation>> {
  const put = (leni: Leni): Answer => {
    state.interfaces.set(leni.ElasticNetworkInterfaceId, leni);
    const { ElasticNetworkInterfaceId, NodeId } = leni;
    return content({ ElasticNetworkInterfaceId, NodeId });
  };
  const write = (required: readonly string[], run: (leni: Leni, call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['ElasticNetworkInterfaceId', ...required],
    run: (call) => run(leniNamed(state, call), call),
    references: references({ 'ACS::EFLO::ElasticNetworkInterface': ['ElasticNetworkInterfaceId'] }),
  });
  return {
    ListElasticNetworkInterfaces: { rw: 'Read', run: (call) => list(state, call) },
    ListLeniPrivateIpAddresses: {
      rw: 'Read',
      required: ['ElasticNetworkInterfaceId'],
      run: (call) => {
        const { ElasticNetworkInterfaceId, Addresses } = leniNamed(state, call);
        const all = Object.entries(Addresses).map(([IpName, PrivateIpAddress]) => ({
          ElasticNetworkInterfaceId,
          IpName,
          PrivateIpAddress,
          Status: 'Available',
        }));
        const { items, counts } = numberedPage(call.params, all, { usual: 20, most: 100 });
        return content({ Data: items, Total: counts.TotalCount });
      },
    },
    CreateElasticNetworkInterface: {
      rw: 'Write',
      required: ['NodeId', 'VSwitchId', 'SecurityGroupId'],
      run: ({ params, region: RegionId }) => {
        const said = given(params, { VSwitchId: text, SecurityGroupId: text, Description: text });
        const ids = { ElasticNetworkInterfaceId: newId('leni'), NodeId: mandatory(params, 'NodeId') };
        return put(aLeni({ RegionId, ...ids, VpcId: text(params, 'VpcId') ?? '', ...said }));
      },
      references: ({ params }) => ({ 'ACS::EFLO::Node': [mandatory(params, 'NodeId')] }),
    },
    AttachElasticNetworkInterface: write(['NodeId'], (leni, { params }) =>
      put({ ...leni, NodeId: mandatory(params, 'NodeId') }),
    ),
    DetachElasticNetworkInterface: write(['NodeId'], (leni) => put({ ...leni, NodeId: '' })),
    UpdateElasticNetworkInterface: write([], (leni, { params }) =>
      put({ ...leni, ...given(params, { SecurityGroupId: text, Description: text }) }),
    ),
    DeleteElasticNetworkInterface: write([], (leni) => {
      state.interfaces.delete(leni.ElasticNetworkInterfaceId);
      return content({});
    }),
    AssignLeniPrivateIpAddress: write(['PrivateIpAddress'], (leni, { params }) => {
      const IpName = newId('sip');
      const PrivateIpAddress = mandatory(params, 'PrivateIpAddress');
      put({ ...leni, Addresses: { ...leni.Addresses, [IpName]: PrivateIpAddress } });
      return content({ IpName, ElasticNetworkInterfaceId: leni.ElasticNetworkInterfaceId });
    }),
    UnassignLeniPrivateIpAddress: write(['IpName'], (leni, { params }) => {
      const kept = Object.entries(leni.Addresses).filter(([name]) => name !== mandatory(params, 'IpName'));
      return put({ ...leni, Addresses: Object.fromEntries(kept) });
    }),
  };
}

function list(state: EfloState, { params, region }: Call): Answer {
  const found = [...state.interfaces.values()].filter(
    (leni) =>
      leni.RegionId === region &&
      (['ElasticNetworkInterfaceId', 'NodeId', 'VpcId', 'Type'] as const).every((name) => {
        const wanted = text(params, name);
        return wanted === undefined || wanted === leni[name];
      }),
  );
  const { items, counts } = numberedPage(params, found, { usual: 20, most: 100 });
  const Data = items.map((leni) => ({ ...leni, Status: 'Available', Tags: [] }));
  return content({ Data, Total: counts.TotalCount });
}
