import { objectsOf, textOf, type Params } from '../../../../shared/model/params.ts';
import { ApiError, type Operation } from '../api.ts';
import { clusterIn } from './find.ts';
import type { CsState } from './state.ts';
import { task, write } from './write.ts';

/** What is installed when nobody says which version. */
const NEWEST = 'v9.9.9';

/** Add-ons of a cluster by name and version: installed, upgraded, set and uninstalled as on their page. */
export function addOnOperations(cs: CsState): Readonly<Record<string, Operation>> {
  const each = (verb: string, change: (addOns: Map<string, string>, addOn: Params) => void): Operation =>
    write(`POST /clusters/[ClusterId]/components/${verb}`, (call) => {
      const { addOns = new Map<string, string>() } = clusterIn(cs, call);
      for (const addOn of objectsOf(call.params, 'addons')) change(addOns, addOn);
      return task();
    });
  return {
    InstallClusterAddons: each('install', (addOns, addOn) => {
      addOns.set(nameOf(addOn), textOf(addOn, 'version') ?? NEWEST);
    }),
    UpgradeClusterAddons: each('upgrade', (addOns, addOn) => {
      const name = textOf(addOn, 'component_name') ?? '';
      refuseMissing(addOns, name);
      addOns.set(name, textOf(addOn, 'next_version') ?? NEWEST);
    }),
    UnInstallClusterAddons: each('uninstall', (addOns, addOn) => void addOns.delete(nameOf(addOn))),
    ModifyClusterAddon: write('POST /clusters/[cluster_id]/components/[component_id]/config', (call) => {
      refuseMissing(clusterIn(cs, call).addOns, textOf(call.params, 'component_id') ?? '');
      return task();
    }),
  };
}

function nameOf(addOn: Params): string {
  const name = textOf(addOn, 'name');
  if (name === undefined) throw new ApiError(400, 'InvalidParameter', 'addons must each have a name');
  return name;
}

function refuseMissing(addOns: ReadonlyMap<string, string> | undefined, name: string): void {
  if (addOns?.has(name) !== true) throw new ApiError(404, 'AddonNotFound', `addon ${name} is not installed`);
}
