import { listOf } from '../../../../shared/model/params.ts';
import type { Operation } from '../api.ts';
import { oneOf } from '../parameters.ts';
import { references } from '../references.ts';
import { listenerIn } from './find.ts';
import { type Listener, listenerKey, type SlbState } from './state.ts';

/** The white list that a listener carries itself, from before access control lists; the cloud still takes it. */
export function whiteListOperations(state: SlbState): Readonly<Record<string, Operation>> {
  const write = (
    required: string,
    changed: (old: Listener, said: readonly string[]) => readonly string[],
  ): Operation => ({
    rw: 'Write',
    required: ['LoadBalancerId', 'ListenerPort', required],
    run: (call) => {
      const old = listenerIn(state, call);
      const AccessControlStatus =
        oneOf('open_white_list', 'close')(call.params, 'AccessControlStatus') ?? old.AccessControlStatus;
      const SourceItems = changed(old, listOf(call.params, 'SourceItems'));
      const key = listenerKey(old.LoadBalancerId, old.ListenerPort, old.ListenerProtocol);
      state.listeners.set(key, { ...old, AccessControlStatus, SourceItems });
      return {};
    },
    references: references({ 'ACS::SLB::LoadBalancer': ['LoadBalancerId'] }),
  });
  return {
    SetListenerAccessControlStatus: write('AccessControlStatus', (old) => old.SourceItems),
    AddListenerWhiteListItem: write('SourceItems', (old, said) => [...new Set([...old.SourceItems, ...said])]),
    RemoveListenerWhiteListItem: write('SourceItems', (old, said) =>
      old.SourceItems.filter((item) => !said.includes(item)),
    ),
    DescribeListenerAccessControlAttribute: {
      rw: 'Read',
      required: ['LoadBalancerId', 'ListenerPort'],
      run: (call) => {
        const { AccessControlStatus, SourceItems } = listenerIn(state, call);
        return { AccessControlStatus, SourceItems: SourceItems.join(',') };
      },
    },
  };
}
