import { compilePattern, type Pattern } from '../local/event-bridge/pattern.ts';
import type { Deployed } from './manifest.ts';

/** What the functions must have besides a valid shape. */
export interface Expected {
  /** The text of s.yaml. */
  readonly text: string;
  /** The generated event filter. */
  readonly filter: object;
  /** Functions that are written. */
  readonly written: readonly string[];
}

const EVENT_PATH_SECONDS = 30;
const EVENT_PATH_INSTANCES = 20;

/** Holds the functions against what ackwatch needs of a deployment, and says what is wrong. */
export function checkManifest(functions: readonly Deployed[], { text, filter, written }: Expected): readonly string[] {
  const missing = functions.filter(({ id }) => !written.includes(id));
  const forgotten = written.filter((id) => !functions.some((one) => one.id === id));
  return [
    ...missing.map(({ id }) => `${id}: Expected functions/${id}/index.ts`),
    ...forgotten.map((id) => `functions/${id}: Expected it among the resources`),
    ...functions.flatMap((one) => checkFunction(one).map((problem) => `${one.id}: ${problem}`)),
    ...checkEventPath(functions, filter),
    ...secretsIn(text),
  ];
}

function checkFunction({ id, actions, props }: Deployed): readonly string[] {
  const { functionName, code, handler, triggers, region, role, asyncInvokeConfig } = props;
  const types = triggers.map(({ triggerType }) => triggerType);
  const queue = asyncInvokeConfig.destinationConfig.onFailure.destination;
  const accounts = new Set([role, queue].map((arn) => arn.split(':')[3]));
  const prepares = actions['pre-deploy'].some(
    ({ run }) => run === `npm run --silent check:deploy -- ${id} --deploying`,
  );
  const checks: readonly (readonly [holds: boolean, problem: string])[] = [
    [functionName === `ackwatch-${id}`, `Expected the function name ackwatch-${id}, got ${functionName}`],
    [code === `./dist/${id}`, `Expected the code ./dist/${id}, got ${code}`],
    [handler === 'index.handler', `Expected the handler index.handler, got ${handler}`],
    [prepares, 'Expected a pre-deploy action that builds and checks this function'],
    [
      types.indexOf('eventbridge') === -1 || types.at(-1) === 'eventbridge',
      'Expected the EventBridge trigger to be the last: the component stops at one that did not change',
    ],
    [
      types.includes('http') === (id === 'review'),
      'Expected an HTTP trigger on review alone: it changes how every call of the function looks',
    ],
    [queue.includes(`:${region}:`), `Expected the queue for failures in ${region}`],
    [accounts.size === 1, 'Expected role and queue in one account'],
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
}

function checkEventPath(functions: readonly Deployed[], filter: object): readonly string[] {
  const found = functions.flatMap(({ id, props }) =>
    props.triggers.flatMap((trigger) => (trigger.triggerType === 'eventbridge' ? [{ id, props, trigger }] : [])),
  );
  const [only, ...more] = found;
  if (only === undefined || more.length > 0)
    return [`Expected one function with an EventBridge trigger, got ${found.length}`];
  const { eventRuleFilterPattern, asyncInvocationType } = only.trigger.triggerConfig;
  const { timeout, concurrencyConfig } = only.props;
  const pattern = JSON.parse(eventRuleFilterPattern) as Pattern;
  const checks: readonly (readonly [holds: boolean, problem: string])[] = [
    [JSON.stringify(pattern) === JSON.stringify(filter), 'Expected the generated event filter: npm run generate'],
    [compilePattern(pattern)(SAMPLE), 'Expected the event filter to let a change of a listener pass'],
    [asyncInvocationType, 'Expected an asynchronous trigger: Function Compute retries only those'],
    [timeout === EVENT_PATH_SECONDS, `Expected a timeout of ${EVENT_PATH_SECONDS} s on the event path, got ${timeout}`],
    [
      concurrencyConfig.reservedConcurrency === EVENT_PATH_INSTANCES,
      `Expected at most ${EVENT_PATH_INSTANCES} instances on the event path, got ${concurrencyConfig.reservedConcurrency}`,
    ],
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => `${only.id}: ${problem}`);
}

const SAMPLE = {
  source: 'acs.slb',
  type: 'slb:ActionTrail:ApiCall',
  data: { serviceName: 'Slb', eventName: 'SetLoadBalancerTCPListenerAttribute', eventRW: 'Write' },
};

const SECRETS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/LTAI[A-Za-z0-9]{12,}/u, 'an access key'],
  [/\bSEC[0-9a-f]{32,}/u, 'the secret of a robot'],
  [/access_token=[0-9a-f]{8,}/u, 'the token of a robot'],
  [/(?:postgres(?:ql)?|smtps?):\/\/[^\s'"]*@/u, 'a password in an address'],
];

function secretsIn(text: string): readonly string[] {
  return SECRETS.filter(([pattern]) => pattern.test(text)).map(
    ([, what]) => `s.yaml: Expected no secret in the text, got ${what}`,
  );
}
