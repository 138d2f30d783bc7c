import { textOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation, type Product } from '../api.ts';
import { principalIdOf } from '../keys.ts';
import { documentIn, policyOperations } from './policies.ts';
import type { RamRole, RamState } from './state.ts';

/** RAM 2015-05-01: roles, who may assume them, and the policies attached to them. */
export function ramProduct(ram: RamState): Product {
  return {
    serviceName: 'Ram',
    product: 'ram',
    versions: ['2015-05-01'],
    style: 'RPC',
    callsPerSecond: 20,
    operations: {
      GetRole: { rw: 'Read', required: ['RoleName'], run: (call) => ({ Role: wireOf(roleIn(ram, call), call) }) },
      ListRoles: { rw: 'Read', run: (call) => listRoles(ram, call) },
      CreateRole: write(['RoleName', 'AssumeRolePolicyDocument'], (call) => createRole(ram, call)),
      UpdateRole: write(['RoleName'], (call) => updateRole(ram, call)),
      DeleteRole: write(['RoleName'], (call) => deleteRole(ram, call)),
      AttachPolicyToRole: write(['RoleName', 'PolicyName', 'PolicyType'], (call) => attach(ram, call)),
      DetachPolicyFromRole: write(['RoleName', 'PolicyName', 'PolicyType'], (call) => detach(ram, call)),
      ...policyOperations(ram),
      ListPoliciesForRole: { rw: 'Read', required: ['RoleName'], run: (call) => listPolicies(ram, call) },
    },
  };
}

function write(required: readonly string[], run: (call: Call) => Answer): Operation {
  return {
    rw: 'Write',
    required,
    run,
    references: ({ params }) => {
      const policy = textOf(params, 'PolicyName');
      const role = { 'ACS::RAM::Role': [textOf(params, 'RoleName') ?? ''].filter(Boolean) };
      return policy === undefined ? role : { ...role, 'ACS::RAM::Policy': [policy] };
    },
  };
}

function roleIn(ram: RamState, { params }: Call): RamRole {
  const name = textOf(params, 'RoleName') ?? '';
  const role = ram.roles.get(name.toLowerCase());
  if (role === undefined) throw new ApiError(404, 'EntityNotExist.Role', `The role not exists: ${name}`);
  return role;
}

function wireOf(role: RamRole, { caller }: Pick<Call, 'caller'>): Answer {
  return {
    RoleId: role.roleId,
    RoleName: role.roleName,
    Arn: `acs:ram::${caller.accountId}:role/${role.roleName.toLowerCase()}`,
    Description: role.description,
    AssumeRolePolicyDocument: role.assumeRolePolicyDocument,
    MaxSessionDuration: role.maxSessionDuration,
    CreateDate: role.createDate.toISOString(),
    UpdateDate: role.updateDate.toISOString(),
  };
}

function listRoles(ram: RamState, call: Call): Answer {
  const size = Number(textOf(call.params, 'MaxItems') ?? 100);
  const from = Number(textOf(call.params, 'Marker') ?? 0);
  const all = [...ram.roles.values()];
  const page = all.slice(from, from + size).map((role) => {
    const { AssumeRolePolicyDocument: _, ...listed } = wireOf(role, call);
    return listed;
  });
  const isTruncated = from + size < all.length;
  return {
    Roles: { Role: page },
    IsTruncated: isTruncated,
    ...(isTruncated ? { Marker: String(from + size) } : {}),
  };
}

function createRole(ram: RamState, call: Call): Answer {
  const { params, now } = call;
  const roleName = textOf(params, 'RoleName') ?? '';
  if (ram.roles.has(roleName.toLowerCase())) {
    throw new ApiError(409, 'EntityAlreadyExists.Role', `The role already exists: ${roleName}`);
  }
  const role: RamRole = {
    roleName,
    roleId: principalIdOf('3', roleName.toLowerCase()),
    description: textOf(params, 'Description') ?? '',
    assumeRolePolicyDocument: documentIn(params['AssumeRolePolicyDocument']),
    createDate: now,
    updateDate: now,
    maxSessionDuration: Number(textOf(params, 'MaxSessionDuration') ?? 3600),
    policies: new Map(),
  };
  ram.roles.set(roleName.toLowerCase(), role);
  return { Role: wireOf(role, call) };
}

function updateRole(ram: RamState, call: Call): Answer {
  const role = roleIn(ram, call);
  const document = call.params['NewAssumeRolePolicyDocument'];
  if (document !== undefined) role.assumeRolePolicyDocument = documentIn(document);
  role.description = textOf(call.params, 'NewDescription') ?? role.description;
  role.maxSessionDuration = Number(textOf(call.params, 'NewMaxSessionDuration') ?? role.maxSessionDuration);
  role.updateDate = call.now;
  return { Role: wireOf(role, call) };
}

function deleteRole(ram: RamState, call: Call): Answer {
  const role = roleIn(ram, call);
  if (role.policies.size > 0) {
    throw new ApiError(409, 'DeleteConflict.Role.Policy', 'The role can not be deleted: it still has policies.');
  }
  ram.roles.delete(role.roleName.toLowerCase());
  return {};
}

function attach(ram: RamState, call: Call): Answer {
  const { policies } = roleIn(ram, call);
  const policyName = textOf(call.params, 'PolicyName') ?? '';
  const policyType = textOf(call.params, 'PolicyType') === 'Custom' ? 'Custom' : 'System';
  if (policies.has(policyName)) {
    throw new ApiError(409, 'EntityAlreadyExists.Role.Policy', 'The policy has already been attached to the role.');
  }
  policies.set(policyName, { policyName, policyType });
  return {};
}

function detach(ram: RamState, call: Call): Answer {
  const name = textOf(call.params, 'PolicyName') ?? '';
  if (roleIn(ram, call).policies.delete(name)) return {};
  throw new ApiError(404, 'EntityNotExist.Role.Policy', 'The policy has not been attached to the role.');
}

function listPolicies(ram: RamState, call: Call): Answer {
  const policies = [...roleIn(ram, call).policies.values()];
  return {
    Policies: { Policy: policies.map((item) => ({ PolicyName: item.policyName, PolicyType: item.policyType })) },
  };
}
