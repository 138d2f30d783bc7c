import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flowOf } from '../../infra/cost/flow.ts';
import { MIXED_STREAM } from '../../infra/cost/stream.ts';
import { withFilter } from '../../infra/deploy/manifest-filter.ts';
import filter from '../../infra/event-filter.json' with { type: 'json' };
import { compilePattern } from '../../infra/local/event-bridge/pattern.ts';
import { screen } from '../../shared/operations/screen.ts';
import { tables } from '../../shared/operations/tables.ts';

const passes = compilePattern(filter);
const CASINGS = [(name: string) => name, (name: string) => name.toLowerCase(), (name: string) => name.toUpperCase()];
const TYPES = ['ApiCall', 'ConsoleOperation', 'AliyunServiceEvent'];

/** An event as EventBridge matches it. */
function anEvent(
  serviceName: string,
  eventName: string,
  more: Readonly<Record<string, unknown>> = {},
  type = 'ApiCall',
) {
  const product = serviceName.toLowerCase();
  const data = { serviceName, eventName, eventRW: 'Write', ...more };
  return { source: `acs.${product}`, type: `${product}:ActionTrail:${type}`, data };
}

describe('the event filter', () => {
  it('lets every action of every table pass, in every casing of its service and of every type', () => {
    const stopped = tables.flatMap(({ service, actions }) =>
      Object.keys(actions).filter(
        (action) => !CASINGS.every((cased) => TYPES.every((type) => passes(anEvent(cased(service), action, {}, type)))),
      ),
    );

    expect(tables.flatMap(({ actions }) => Object.keys(actions)).length).toBeGreaterThan(500);
    expect(stopped).toEqual([]);
  });

  it('lets a write of the compute and load balancer products pass that nobody has heard of', () => {
    const services = ['Slb', 'Alb', 'Nlb', 'Ess', 'Ecs', 'Ebs'];

    expect(services.filter((service) => !passes(anEvent(service, 'ChangeSomethingNew')))).toEqual([]);
  });

  it('lets an event pass whoever acted and whatever came of it', () => {
    const actors = [{ type: 'system' }, { type: 'assumed-role', userName: 'aliyuncsdefaultrole:x' }, undefined];
    const event = (userIdentity: unknown, errorCode: unknown) =>
      anEvent('Ecs', 'DeleteInstance', { userIdentity, errorCode });

    expect(
      actors.flatMap((actor) => ['', undefined, 'Forbidden'].map((code) => passes(event(actor, code)))),
    ).not.toContain(false);
  });

  it.each([
    ['keys handed out', 'Sts', 'AssumeRole'],
    ['somebody logging in', 'AasSub', 'ConsoleSignin'],
    ['a backup', 'Ecs', 'CreateSnapshot'],
  ])('stops %s', (_, service, action) => {
    expect(passes(anEvent(service, action))).toBe(false);
  });

  it('stops what is not of ActionTrail', () => {
    expect(passes({ ...anEvent('Ecs', 'DeleteInstance'), type: 'ecs:Instance:StateChange' })).toBe(false);
  });

  it('has one expression a field where it names what it stops, and stays under 2048 characters', () => {
    expect(filter.data.serviceName).toHaveLength(1);
    expect(filter.data.eventName).toHaveLength(1);
    expect(JSON.stringify(filter).length).toBeLessThan(2_048);
  });

  it('lets a third of a mixed stream pass, and nothing of it fall that a table lists', () => {
    const listed = MIXED_STREAM.filter(({ service, action }) => screen(service, action).touches.length > 0);
    const inTables = listed.reduce((sum, { perDay }) => sum + perDay, 0);

    const { written, pushed, decided } = flowOf(MIXED_STREAM);

    expect(decided).toBe(inTables);
    expect(pushed / written).toBeLessThan(0.4);
    expect(decided / pushed).toBeGreaterThan(0.9);
  });

  it('stands in s.yaml as it was generated', () => {
    const manifest = readFileSync('s.yaml', 'utf8');

    expect(withFilter(manifest, filter)).toBe(manifest);
  });
});
