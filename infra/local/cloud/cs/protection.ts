import { randomUUID } from 'node:crypto';
import { listOf, type Params, textOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { flag } from '../parameters.ts';
import { clusterIn } from './find.ts';
import type { AckCluster, CsState } from './state.ts';
import { write } from './write.ts';

const NAMESPACES = new Set(['namespace', 'namespaces']);
const TYPES = new Set([...NAMESPACES, 'service', 'services']);

/** Namespaces and Services that Kubernetes refuses to delete. */
export function protectionOperations(cs: CsState): Readonly<Record<string, Operation>> {
  return {
    UpdateResourcesDeleteProtection: write('PUT /clusters/[ClusterId]/resources/protection', (call) =>
      protect(clusterIn(cs, call), call),
    ),
    DescribeResourcesDeleteProtection: {
      rw: 'Read',
      route: 'GET /clusters/[ClusterId]/[resource_type]/protection',
      run: (call) => {
        const { unprotected } = clusterIn(cs, call);
        const { type, namespace } = kindIn(call.params);
        return listOf(call.params, 'resources').map((name) => ({
          name,
          namespace,
          resource: type,
          protection: unprotected?.has(keyOf(type, namespace, name)) !== true,
        }));
      },
    },
  };
}

function protect(cluster: AckCluster, { params }: Call): Answer {
  const { type, namespace } = kindIn(params);
  const resources = listOf(params, 'resources');
  if (resources.length === 0) throw new ApiError(400, 'InvalidParameter', 'resources must not be empty');
  const isOn = flag(params, 'enable') ?? false;
  const unprotected = new Set(cluster.unprotected);
  for (const name of resources) {
    const key = keyOf(type, namespace, name);
    if (isOn) unprotected.delete(key);
    else unprotected.add(key);
  }
  cluster.unprotected = unprotected;
  const requestId = randomUUID().toUpperCase();
  return { requestId, namespace, resource_type: type, resources, protection: isOn ? 'enable' : 'disable' };
}

/** A namespace lies in none; a Service in one that the call must name. */
function kindIn(params: Params): { readonly type: string; readonly namespace: string } {
  const type = textOf(params, 'resource_type') ?? '';
  if (!TYPES.has(type)) throw new ApiError(400, 'InvalidParameter', `resource_type ${type} is not supported`);
  if (NAMESPACES.has(type)) return { type: 'namespaces', namespace: '' };
  const namespace = textOf(params, 'namespace');
  if (namespace === undefined) throw new ApiError(400, 'InvalidParameter', 'namespace must not be empty');
  return { type: 'services', namespace };
}

function keyOf(type: string, namespace: string, name: string): string {
  return `${type}/${namespace}/${name}`;
}
