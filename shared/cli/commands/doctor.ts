import { ACCOUNT_ARGS } from '../account.ts';
import { defineCommand } from '../command.ts';

export const doctor = defineCommand({
  name: 'doctor',
  description:
    'Looks at what ackwatch needs: configuration, keys, each permission, roles and rule of EventBridge, ActionTrail, clusters, member accounts, database, channels. It changes nothing.',
  args: {
    ...ACCOUNT_ARGS,
    'send-test-message': {
      type: 'boolean',
      default: false,
      description: 'Send every channel a message marked as a test',
    },
  },
  examples: [
    ['ackwatch doctor --regions cn-hangzhou', 'before and after a deployment'],
    ['ACKWATCH_ACCOUNTS=<id>,<id> ackwatch doctor', 'whether member accounts can be read as well'],
    ['ackwatch doctor --send-test-message', 'whether people are reached as well'],
  ],
  run: async (args, terminal) => {
    const { runDoctor } = await import('../doctor/run-doctor.ts');
    return runDoctor({ ...args, isToSend: args['send-test-message'] }, terminal);
  },
});
