import { describe, expect, it } from 'vitest';
import { adviceOn } from '../../shared/cli/advice.ts';

describe('advice on a refusal of the cloud', () => {
  it.each([
    ['InvalidAccessKeyId.NotFound', /ACCESS_KEY_ID/u, true],
    ['SignatureDoesNotMatch', /ACCESS_KEY_SECRET/u, true],
    ['InvalidSecurityToken.Expired', /SECURITY_TOKEN/u, true],
    ['InvalidTimeStamp.Expired', /clock/u, true],
    ['Forbidden.RAM', /ram-policy\.json/u, true],
    ['NoPermission', /ram-policy\.json/u, true],
    ['Throttling.User', /later/u, false],
    ['Unreachable', /network/u, false],
    ['Timeout', /network/u, false],
  ])('%s says what to do, and whether it is ours to mend', (code, todo, isOurs) => {
    const advice = adviceOn({ code });

    expect(advice?.todo).toMatch(todo);
    expect(advice?.isOurs).toBe(isOurs);
  });

  it('has nothing to say about what it does not know', () => {
    expect(adviceOn({ code: 'InternalError' })).toBeUndefined();
  });
});
