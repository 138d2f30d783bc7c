/**
 * Names of the roles that ACK acts as. A name proves nothing before the role's trust policy is read: anybody can create
 * a role called AliyunCSFooRole. Compared without case: services spell them small, customers as they like.
 */
const ACK = /^aliyun(?:cs\w*role|cisdefaultrole|serviceroleforcontainerservice)$/iu;

/**
 * Services that carry out what somebody else asked for and that was judged then: scaling groups, and the hook through
 * which they have ACK drain a node. Not OOS: whoever starts a template of their own acts through its role.
 */
const ECHO = /^aliyun(?:serviceroleforautoscaling|essdefaultrole|ooslifecyclehook4csrole)$/iu;

/** Whether the role's name is one of ACK's own. */
export function isAckRole(name: string): boolean {
  return ACK.test(name);
}

/** Whether it is that of a service which carries out earlier calls. */
export function isEchoRole(name: string): boolean {
  return ECHO.test(name);
}
