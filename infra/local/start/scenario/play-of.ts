import type { Reason } from '../../../../shared/model/decision.ts';
import type { PLATFORM } from '../play.ts';
import type { SignerName } from '../signers.ts';
import type { News, Step } from '../step.ts';

/** A step by somebody of the demo account, or by the cloud itself. */
export type Play = Step & { readonly as: SignerName | typeof PLATFORM };

/** People are told; `row` of the vendor's page stands first, `also` are among the others. */
export const alert = (row: string, ...also: readonly string[]): News => ({
  news: 'alert',
  row,
  ...(also.length === 0 ? {} : { also }),
});

/** It is kept on record, and nobody is woken for it. */
export const recorded = (row: string): News => ({ news: 'recorded', row });

/** Nobody hears of it, for this reason. */
export const silent = (reason: Reason): News => ({ news: 'silence', reason });
