/** Stands where a finding names its cluster, when it is about ackwatch and no cluster. */
export const ACKWATCH = { id: 'ackwatch', name: 'ackwatch' } as const;
