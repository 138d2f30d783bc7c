import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../../shared/model/event.ts';
import { decode } from '../../../shared/sources/actiontrail/decode.ts';
import { anEnvelope } from '../../support/event.ts';

const NOW = new Date('2026-11-24T08:00:09Z');

function eventOf(input: unknown): AuditEvent {
  const [first] = decode(input, NOW);
  if (first?.kind !== 'event') throw new Error(`not an event: ${JSON.stringify(first)}`);
  return first.event;
}

describe('decode', () => {
  it.each([
    ['one CloudEvent', anEnvelope()],
    ['an array of them', [anEnvelope()]],
    ['an array of JSON strings', [JSON.stringify(anEnvelope())]],
    ['a Buffer', Buffer.from(JSON.stringify(anEnvelope()))],
    ['text', JSON.stringify(anEnvelope())],
    ['a bare record', anEnvelope().data],
  ])('reads %s', (_, input) => {
    expect(eventOf(input)).toMatchObject({
      id: 'E-1',
      service: 'Slb',
      action: 'SetLoadBalancerTCPListenerAttribute',
      accountId: '1234567890123456',
      region: 'cn-hangzhou',
      outcome: 'success',
      actor: { type: 'ram-user', name: 'alice' },
    });
  });

  describe('of an event that the bus of another account passed on', () => {
    const [OWN, MEMBER] = ['1234567890123456', '1000000000000002'];
    const passedOn = { aliyunaccountid: OWN, aliyunoriginalaccountid: MEMBER };

    it('takes that account for its own, whoever acted', () => {
      expect(eventOf(anEnvelope({ recipientAccountId: MEMBER }, passedOn)).accountId).toBe(MEMBER);
      expect(eventOf(anEnvelope({ userIdentity: { type: 'system', userName: 'ecs' } }, passedOn)).accountId).toBe(
        MEMBER,
      );
      expect(eventOf(anEnvelope({}, passedOn))).toMatchObject({ accountId: MEMBER, actor: { accountId: OWN } });
    });

    it('says which way it came, as of any bus that takes what others put onto it', () => {
      const bus = { aliyuneventbusname: 'ackwatch-members' };

      expect(eventOf(anEnvelope({}, passedOn)).via).toBe('other-bus');
      expect(eventOf(anEnvelope({}, bus))).toMatchObject({ accountId: OWN, via: 'other-bus' });
      expect(eventOf(anEnvelope({}, { aliyuneventbusname: 'default' }))).not.toHaveProperty('via');
    });

    it.each([
      ['other accounts', anEnvelope({ recipientAccountId: OWN }, passedOn), MEMBER, OWN],
      [
        'other accounts, where nobody says which it is from',
        anEnvelope({ recipientAccountId: MEMBER }, { aliyuneventbusname: 'ackwatch-members' }),
        OWN,
        MEMBER,
      ],
    ])('believes nothing that it tells of %s', (_, envelope, bus, told) => {
      expect(decode(envelope, NOW)).toMatchObject([
        {
          kind: 'set-aside',
          reason: `Expected the bus of account ${bus} to tell of that account, got an event of ${told}`,
        },
      ]);
    });

    it.each([['text'], [['list']], [undefined]])('takes no envelope whose data is %j for a record', (data) => {
      const record = { ...anEnvelope().data, recipientAccountId: OWN };

      expect(decode({ ...record, ...anEnvelope({}, passedOn), data }, NOW)).toMatchObject([{ kind: 'set-aside' }]);
    });
  });

  it('takes the account whose bus it came over for its own, wherever the one who acted is from', () => {
    const userIdentity = { type: 'ram-user', userName: 'eve', accountId: '1000000000000009' };

    expect(eventOf(anEnvelope({ userIdentity })).accountId).toBe('1234567890123456');
    expect(eventOf(anEnvelope({ userIdentity }).data).accountId).toBe('1000000000000009');
  });

  it.each([[undefined], [''], ['null'], ['None'], ['OK'], ['Success'], ['SUCCESS '], ['200'], [200], [0], ['204']])(
    'takes error code %j for success',
    (errorCode) => {
      expect(eventOf(anEnvelope({ errorCode })).outcome).toBe('success');
    },
  );

  it.each(['Forbidden.RAM', '403', 'NotOK', '2', '2000'])('takes error code %s for failure', (errorCode) => {
    expect(eventOf(anEnvelope({ errorCode }))).toMatchObject({ outcome: 'failure', errorCode });
  });

  it('reads parameters, answer and identity that are JSON text', () => {
    const event = eventOf(
      anEnvelope({
        requestParameters: '{"LoadBalancerId":"lb-2"}',
        responseElements: ' {"RequestId":"R-1"}',
        userIdentity: '{"type":"assumed-role","userName":"role:session"}',
      }),
    );

    expect(event).toMatchObject({
      params: { LoadBalancerId: 'lb-2' },
      response: { RequestId: 'R-1' },
      actor: { name: 'role', session: 'session' },
    });
    expect(event).not.toHaveProperty('unread');
  });

  it.each([[[1, 2]], ['LoadBalancerId=lb-1'], ['{"LoadBalancerId":'], [7]])(
    'says that parameters like %j cannot be read',
    (requestParameters) => {
      expect(eventOf(anEnvelope({ requestParameters }))).toMatchObject({ params: {}, unread: true });
    },
  );

  it.each([[undefined], [null], [''], [{}], [[]], ['{}'], ['null']])(
    'takes %j for no parameters',
    (requestParameters) => {
      const event = eventOf(anEnvelope({ requestParameters }));

      expect(event.params).toEqual({});
      expect(event).not.toHaveProperty('unread');
    },
  );

  it('parts role and session at the first colon', () => {
    const userIdentity = { type: 'assumed-role', userName: 'aliyuncsdefaultrole:cs:1' };

    expect(eventOf(anEnvelope({ userIdentity })).actor).toMatchObject({ name: 'aliyuncsdefaultrole', session: 'cs:1' });
  });

  it('reads PascalCase keys', () => {
    const record = { EventId: 'E-2', EventName: 'X', ServiceName: 'Y', EventTime: '2026-11-24T08:00:00Z' };

    expect(eventOf(record)).toMatchObject({ id: 'E-2', service: 'Y', action: 'X' });
  });

  it.each([
    ['truncated JSON', '{"specversion":"1.0","data":{'],
    ['a number', 42],
    ['null', null],
    ['no event name', anEnvelope({ eventName: undefined })],
    ['no service', anEnvelope({ serviceName: '' })],
    ['no time', anEnvelope({ eventTime: 'yesterday' })],
    ['arrays in arrays in arrays in arrays', [[[[[[1]]]]]]],
  ])('sets %s aside with a reason and never throws', (_, input) => {
    const [first] = decode(input, NOW);

    expect(first).toMatchObject({ kind: 'set-aside', reason: expect.stringMatching(/./u) as string });
  });

  it('lets a bad event not stop the next one', () => {
    const kinds = decode([anEnvelope({ eventName: null }), anEnvelope()], NOW).map(({ kind }) => kind);

    expect(kinds).toEqual(['set-aside', 'event']);
  });

  it.each([
    ['text that is no JSON', 'password=hunter2'],
    ['broken JSON', '{"password":"hunter2'],
    ['JSON text of text', '"\\"hunter2"'],
    ['a time that is none', anEnvelope({ eventTime: 'hunter2' })],
  ])('quotes nothing of %s in its reason', (_, input) => {
    const [first] = decode(input, NOW);

    expect(first?.kind).toBe('set-aside');
    expect(first).not.toMatchObject({ reason: expect.stringContaining('hunter2') as string });
  });

  it('says how many events it left out of an input with too many', () => {
    const input = [
      Array.from({ length: 6_000 }, () => anEnvelope()),
      Array.from({ length: 6_001 }, () => anEnvelope()),
    ];

    const decoded = decode(input, NOW);

    expect(decoded.filter(({ kind }) => kind === 'event')).toHaveLength(10_000);
    expect(decoded.slice(10_000)).toMatchObject([
      { kind: 'set-aside', reason: expect.stringContaining('left out 2001') as string, raw: { leftOut: 2_001 } },
    ]);
  });

  it('never throws on any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => decode(value, NOW).length >= 0));
    fc.assert(fc.property(fc.jsonValue(), (value) => decode(anEnvelope({ userIdentity: value }), NOW).length === 1));
  });
});

describe('the recordings', () => {
  const folder = new URL('../../recordings/', import.meta.url);
  const files = readdirSync(folder).filter((name) => !name.startsWith('envelope-'));

  it.each(files)('%s can be read', (name) => {
    const { record } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { record: Record<string, unknown> };

    expect(eventOf(record).action).toBe(record['eventName']);
  });
});
