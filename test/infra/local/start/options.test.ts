import { describe, expect, it } from 'vitest';
import { readChange } from '../../../../infra/local/start/change-call.ts';
import { readOptions } from '../../../../infra/local/start/options.ts';

describe('the options of npm start', () => {
  it('stays up, speaks English and takes any port when nothing is said', () => {
    expect(readOptions([])).toEqual({ once: false, all: false, language: 'en', port: 0, json: false, help: false });
  });

  it('reads every option', () => {
    const given = ['--once', '--all', '--language', 'ja', '--port=8888', '--json'];

    expect(readOptions(given)).toEqual({ once: true, all: true, language: 'ja', port: 8_888, json: true, help: false });
  });

  it.each([
    [['--language', 'fr'], '--language en, zh or ja, got fr'],
    [['--port', 'http'], '--port 0 to 65535, got http'],
    [['--port', '70000'], '--port 0 to 65535, got 70000'],
    [['--onec'], '--onec'],
    [['now'], 'now'],
  ])('refuses %s by name', (given, expected) => {
    expect(() => readOptions(given)).toThrow(expected);
  });
});

describe('the arguments of npm run change', () => {
  it('are product, action and parameters, by alice', () => {
    expect(readChange(['ecs', 'DeleteInstance', 'InstanceId=i-1', 'Force=true'])).toEqual({
      as: 'alice',
      call: { product: 'ecs', action: 'DeleteInstance', params: { InstanceId: 'i-1', Force: true } },
    });
  });

  it('take JSON for lists, keep ids as text, and name another caller', () => {
    const given = ['--as', 'root', 'slb', 'AddTags', 'LoadBalancerId=lb-1', 'Tags=[{"TagKey":"a=b"}]', 'Port=6443'];

    expect(readChange(given)).toEqual({
      as: 'root',
      call: {
        product: 'slb',
        action: 'AddTags',
        params: { LoadBalancerId: 'lb-1', Tags: [{ TagKey: 'a=b' }], Port: '6443' },
      },
    });
  });

  it('take method and path for Container Service', () => {
    expect(readChange(['cs', 'PUT', '/clusters/c/nodepools/np', 'auto_scaling={"enable":false}'])).toEqual({
      as: 'alice',
      call: {
        product: 'cs',
        action: 'PUT',
        route: 'PUT /clusters/c/nodepools/np',
        params: { auto_scaling: { enable: false } },
      },
    });
  });

  it.each([
    [[], 'Expected a product'],
    [['rds', 'DeleteDBInstance'], 'got rds'],
    [['slb', 'LoadBalancerId=lb-1'], 'Expected an action'],
    [['slb', 'DeleteLoadBalancer', 'lb-1'], 'Expected Name=value, got lb-1'],
  ])('say what is missing: %s', (given, expected) => {
    expect(() => readChange(given)).toThrow(expected);
  });
});
