import { textOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import type { PolicyVersion, RamPolicy, RamState } from './state.ts';

/** Custom policies and their versions: the default one is in force. */
export function policyOperations(ram: RamState): Readonly<Record<string, Operation>> {
  const write = (required: readonly string[], run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required,
    run,
    references: ({ params }) => ({ 'ACS::RAM::Policy': [textOf(params, 'PolicyName') ?? ''] }),
  });
  const inForce = (policy: RamPolicy): PolicyVersion => versionIn(policy, policy.defaultVersion);
  return {
    GetPolicy: {
      rw: 'Read',
      required: ['PolicyName', 'PolicyType'],
      run: (call) => {
        const policy = policyIn(ram, call);
        return { Policy: policyAnswer(policy), DefaultPolicyVersion: versionAnswer(policy, inForce(policy)) };
      },
    },
    ListPolicyVersions: {
      rw: 'Read',
      required: ['PolicyName', 'PolicyType'],
      run: (call) => {
        const policy = policyIn(ram, call);
        return { PolicyVersions: { PolicyVersion: policy.versions.map((each) => versionAnswer(policy, each)) } };
      },
    },
    CreatePolicy: write(['PolicyName', 'PolicyDocument'], (call) => createPolicy(ram, call)),
    CreatePolicyVersion: write(['PolicyName', 'PolicyDocument'], (call) => createVersion(policyIn(ram, call), call)),
    SetDefaultPolicyVersion: write(['PolicyName', 'VersionId'], (call) => {
      const policy = policyIn(ram, call);
      policy.defaultVersion = versionIn(policy, textOf(call.params, 'VersionId') ?? '').versionId;
      return {};
    }),
    DeletePolicy: write(['PolicyName'], (call) => {
      const policy = policyIn(ram, call);
      if (policy.versions.length > 1)
        throw new ApiError(409, 'DeleteConflict.Policy.Version', 'It has other versions.');
      ram.policies.delete(policy.policyName);
      return {};
    }),
  };
}

function policyIn(ram: RamState, { params }: Call): RamPolicy {
  const name = textOf(params, 'PolicyName') ?? '';
  const policy = ram.policies.get(name);
  if (policy === undefined) throw new ApiError(404, 'EntityNotExist.Policy', `The policy does not exist: ${name}`);
  return policy;
}

function versionIn(policy: RamPolicy, versionId: string): PolicyVersion {
  const version = policy.versions.find((each) => each.versionId === versionId);
  if (version === undefined) throw new ApiError(404, 'EntityNotExist.Policy.Version', 'The version does not exist.');
  return version;
}

function createPolicy(ram: RamState, { params }: Call): Answer {
  const policyName = textOf(params, 'PolicyName') ?? '';
  if (ram.policies.has(policyName)) throw new ApiError(409, 'EntityAlreadyExists.Policy', 'The policy already exists.');
  const policy: RamPolicy = {
    policyName,
    versions: [{ versionId: 'v1', document: documentIn(params['PolicyDocument']) }],
    defaultVersion: 'v1',
  };
  ram.policies.set(policyName, policy);
  return { Policy: policyAnswer(policy) };
}

function createVersion(policy: RamPolicy, { params }: Call): Answer {
  if (policy.versions.length >= 5) throw new ApiError(409, 'LimitExceeded.Policy.Version', 'There are five versions.');
  const numbers = policy.versions.map((each) => Number(each.versionId.slice(1)));
  const version = { versionId: `v${Math.max(...numbers) + 1}`, document: documentIn(params['PolicyDocument']) };
  policy.versions.push(version);
  if (textOf(params, 'SetAsDefault') === 'true') policy.defaultVersion = version.versionId;
  return { PolicyVersion: versionAnswer(policy, version) };
}

function policyAnswer({ policyName, defaultVersion }: RamPolicy): Answer {
  return { PolicyName: policyName, PolicyType: 'Custom', DefaultVersion: defaultVersion, AttachmentCount: 1 };
}

function versionAnswer({ defaultVersion }: RamPolicy, { versionId, document }: PolicyVersion): Answer {
  return { VersionId: versionId, IsDefaultVersion: versionId === defaultVersion, PolicyDocument: document };
}

/** The document of a policy as it was sent; refused when it is no JSON object. */
export function documentIn(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  try {
    if (typeof JSON.parse(text) === 'object') return text;
  } catch {
    // refused below
  }
  throw new ApiError(400, 'MalformedPolicyDocument', 'The policy document is not well formed.');
}
