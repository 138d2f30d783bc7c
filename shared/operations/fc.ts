import type { OperationTable } from '../model/operation.ts';
import { names } from './names.ts';
import { on } from './touch.ts';

const fn = on('fc.function', 'functionName', 'function');

/** Writes of Function Compute 3.0 that can silence a function. Only ackwatch's own are anybody's. */
const actions: OperationTable['actions'] = {
  DeleteFunction: [fn('deleted')],
  UpdateFunction: [fn('attribute-changed')],
  DisableFunctionInvocation: [fn('stopped')],
  PutConcurrencyConfig: [fn('quota-changed', { value: ['reservedConcurrency'] })],
  PutAsyncInvokeConfig: [fn('attribute-changed')],
  DeleteAsyncInvokeConfig: [fn('attribute-changed')],
  UpdateTrigger: [fn('attribute-changed', { value: ['triggerName', 'triggerConfig'] })],
  DeleteTrigger: [fn('attribute-changed', { value: ['triggerName'] })],
  DeleteVpcBinding: [fn('attribute-changed')],
};

const ignored = names(`
  CreateFunction CreateTrigger CreateAlias UpdateAlias DeleteAlias PublishFunctionVersion DeleteFunctionVersion
  CreateLayerVersion DeleteLayerVersion PutLayerACL CreateCustomDomain UpdateCustomDomain DeleteCustomDomain
  CreateVpcBinding PutProvisionConfig DeleteProvisionConfig PutScalingConfig DeleteScalingConfig
  DeleteConcurrencyConfig EnableFunctionInvocation InvokeFunction StopAsyncTask TagResources UntagResources
`);

/** Function Compute, as newer records name it. */
export const fc: OperationTable = { service: 'FC', versions: ['2023-03-30'], actions, ignored };

/** The same calls, as the gateway of its OpenAPI names the product. */
export const fcOpen: OperationTable = { ...fc, service: 'FC-Open' };
