import { ApiError } from './api.ts';

/** What the gateway in front of every product refuses, in its own words. */
export const refusals = {
  unknownVersion: () => new ApiError(404, 'InvalidVersion', 'Specified parameter Version is not valid.'),
  unknownAction: () =>
    new ApiError(404, 'InvalidAction.NotFound', 'Specified api is not found, please check your url and method.'),
  unsigned: () => new ApiError(400, 'MissingSignature', 'Signature is mandatory for this action.'),
  unknownKey: () => new ApiError(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.'),
  wrongSignature: () =>
    new ApiError(400, 'SignatureDoesNotMatch', 'Specified signature does not match our calculation.'),
  staleTime: () => new ApiError(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.'),
  usedNonce: () => new ApiError(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.'),
  missingToken: () => new ApiError(400, 'InvalidSecurityToken.Malformed', 'Specified SecurityToken is malformed.'),
  wrongToken: () =>
    new ApiError(
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
      'Specified SecurityToken mismatch with the AccessKey.',
    ),
  endedToken: () => new ApiError(400, 'InvalidSecurityToken.Expired', 'Specified SecurityToken is expired.'),
  throttled: (status: 400 | 429 = 400) =>
    new ApiError(status, 'Throttling.User', 'Request was denied due to user flow control.'),
  forbidden: () =>
    new ApiError(
      403,
      'Forbidden.RAM',
      "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
    ),
  missing: (name: string) =>
    new ApiError(
      400,
      'MissingParameter',
      `The input parameter "${name}" that is mandatory for processing this request is not supplied.`,
    ),
  bug: () => new ApiError(500, 'InternalError', 'The request processing has failed due to some unknown error.'),
  unavailable: () =>
    new ApiError(503, 'ServiceUnavailable', 'The request has failed due to a temporary failure of the server.'),
} as const;
