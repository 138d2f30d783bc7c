import type { Product } from '../api.ts';
import { networkOperations } from './networks.ts';
import { networkInterfaceOperations } from './network-interfaces.ts';
import { nodeOperations } from './nodes.ts';
import type { EfloState } from './state.ts';

/** Lingjun's nodes, over the state that its network shares. */
export function efloControllerProduct(eflo: EfloState): Product {
  return {
    serviceName: 'eflo-controller',
    product: 'eflo-controller',
    versions: ['2022-12-15'],
    style: 'RPC',
    callsPerSecond: 20,
    operations: nodeOperations(eflo),
  };
}

/** Lingjun's network. */
export function efloProduct(eflo: EfloState): Product {
  return {
    serviceName: 'eflo',
    product: 'eflo',
    versions: ['2022-05-30'],
    style: 'RPC',
    callsPerSecond: 20,
    operations: { ...networkInterfaceOperations(eflo), ...networkOperations(eflo) },
  };
}
