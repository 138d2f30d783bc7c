import * as z from 'zod';
import { toCloudError } from '../../cloud/failure.ts';
import { loadSdk } from '../../cloud/sdk.ts';
import { CALL_MS, fail, failed, type Line, pass, type Patient, skip, UNKNOWN_CALL } from './check.ts';

const FUNCTION = 'ackwatch-actiontrail';
const Rules = z.object({
  Data: z
    .object({ Rules: z.array(z.looseObject({ RuleName: z.string(), Status: z.string().nullish() })).nullish() })
    .nullish(),
});

/** Whether a rule of each region's default bus calls the function. Asked with the operator's keys: the role may not. */
export async function checkEventRule(patient: Patient): Promise<readonly Line[]> {
  return Promise.all(
    patient.account.regions.map(async (region): Promise<Line> => {
      try {
        const rules = (await rulesIn(region, patient)).filter((rule) => JSON.stringify(rule).includes(FUNCTION));
        const deploy = `ACKWATCH_REGION=${region} npx s deploy`;
        if (rules.length === 0) return fail(`EventBridge in ${region}: no rule calls ${FUNCTION}`, deploy);
        if (rules.length > 1) {
          const names = rules.map(({ RuleName }) => RuleName).join(', ');
          return fail(`EventBridge in ${region}: ${names} all call ${FUNCTION}`, 'Delete all but one.');
        }
        const [{ RuleName, Status } = { RuleName: '', Status: '' }] = rules;
        if (Status === 'ENABLE') return pass(`EventBridge in ${region}: rule ${RuleName} calls ${FUNCTION}`);
        return fail(
          `EventBridge in ${region}: rule ${RuleName} is ${Status}`,
          'Enable it in the console of EventBridge.',
        );
      } catch (error) {
        const refusal = toCloudError(error, 'eventbridge:ListRules');
        if (UNKNOWN_CALL.test(refusal.code)) return skip(`EventBridge in ${region}: its rules cannot be shown there`);
        return failed(`EventBridge in ${region}`, refusal);
      }
    }),
  );
}

async function rulesIn(region: string, { account }: Patient) {
  const { Client, Config, OpenApiRequest, Params } = await loadSdk();
  const { securityToken, ...keys } = account.credentials();
  const origin = new URL(account.config.endpoint ?? `https://eventbridge-console.${region}.aliyuncs.com`);
  const protocol = origin.protocol.slice(0, -1);
  const token = securityToken ? { securityToken } : {};
  const client = new Client(new Config({ ...keys, ...token, protocol, endpoint: origin.host, regionId: region }));
  const params = new Params({
    action: 'ListRules',
    version: '2020-04-01',
    protocol,
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'string',
  });
  const query = { EventBusName: 'default', Limit: '100' };
  const runtime = { autoretry: false, readTimeout: CALL_MS, connectTimeout: CALL_MS };
  const { body } = await client.callApi(params, new OpenApiRequest({ query }), runtime);
  return Rules.parse(JSON.parse(String(body))).Data?.Rules ?? [];
}
