import { catalogue } from '../rules/catalogue.ts';
import { NOTICES } from './notices.ts';

/** Everything that a message can be about: the rules, and what ackwatch says of itself. */
export const TOLD_RULES = [...catalogue, ...NOTICES];
