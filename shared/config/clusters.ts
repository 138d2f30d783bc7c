import * as z from 'zod';
import { Text } from './fields.ts';

/** What only people know of a cluster, by its id or name. A cluster that is not named here is production. */
export const Clusters = z.record(Text, z.strictObject({ environment: Text }));
