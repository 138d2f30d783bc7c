import { ACCOUNT_ARGS } from '../account.ts';
import { defineCommand } from '../command.ts';

export const doctor = defineCommand({
  name: 'doctor',
  description:
    'Looks at what ackwatch needs: configuration, keys, each permission, roles and rule of EventBridge, ActionTrail, clusters, database, channels. It changes nothing.',
  args: {
    ...ACCOUNT_ARGS,
    role: { type: 'string', description: 'Look at a member account as this role: acs:ram::<id>:role/ackwatch-reader' },
    'send-test-message': {
      type: 'boolean',
      default: false,
      description: 'Send every channel a message marked as a test',
    },
  },
  examples: [
    ['ackwatch doctor --regions cn-hangzhou', 'before and after a deployment'],
    ['ackwatch doctor --role acs:ram::<id>:role/ackwatch-reader', 'whether a member account can be read'],
    ['ackwatch doctor --send-test-message', 'whether people are reached as well'],
  ],
  run: async (args, terminal) => {
    const { runDoctor } = await import('../doctor/run-doctor.ts');
    return runDoctor({ ...args, isToSend: args['send-test-message'] }, terminal);
  },
});
