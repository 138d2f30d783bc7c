import * as z from 'zod';

const Answer = z.object({ Role: z.object({ AssumeRolePolicyDocument: z.string() }) });
const Names = z.union([z.string(), z.array(z.string())]);
const Policy = z.object({
  Statement: z.array(z.object({ Effect: z.string(), Principal: z.record(z.string(), Names).or(z.string()) })),
});

/**
 * Who may assume the role, from GetRole's answer. The document is JSON text, URL-encoded by some gateways. Undefined
 * when it cannot be read: unknown is not trusted.
 */
export function parseTrustPolicy(
  answer: unknown,
): { readonly services: readonly string[]; readonly onlyServices: boolean } | undefined {
  const read = Answer.safeParse(answer);
  if (!read.success) return undefined;
  const document = policyIn(read.data.Role.AssumeRolePolicyDocument);
  if (document === undefined) return undefined;
  const services: string[] = [];
  let onlyServices = true;
  for (const { Effect, Principal } of document.Statement) {
    if (Effect.toLowerCase() !== 'allow') continue;
    if (typeof Principal === 'string') {
      onlyServices = false;
      continue;
    }
    for (const [kind, names] of Object.entries(Principal)) {
      if (kind.toLowerCase() === 'service') services.push(...[names].flat().map((name) => name.toLowerCase()));
      else onlyServices = false;
    }
  }
  return { services, onlyServices };
}

function policyIn(text: string): z.infer<typeof Policy> | undefined {
  try {
    const json = text.trimStart().startsWith('{') ? text : decodeURIComponent(text);
    return Policy.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
