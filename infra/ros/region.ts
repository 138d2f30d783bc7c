import * as ros from '@alicloud/ros-cdk-core';
import * as sls from '@alicloud/ros-cdk-sls';
import { addDatabase } from './database.ts';
import { addMembersRule, addRule } from './rule.ts';
import { sub, type Template, templateOf } from './template.ts';

/** A queue keeps a message a week at most. */
const WEEK_SECONDS = 604_800;
const LOG_DAYS = 30;

/** Fields of the structured log lines that people ask for. */
const FIELDS = ['message', 'eventId', 'accountId', 'region', 'operation', 'reason', 'why', 'finding', 'channel'];

/** Once per region: where logs go, where failures go; on request the database, and the rule where the trigger is none. */
export function regionTemplate(filter: object): Template {
  return templateOf(
    'ackwatch, once per region: log project, queue for what failed, optional database and rules',
    (stack) => {
      addLog(stack);
      // A failed event that is larger than 64 KB does not fit: the trail keeps it, and the sweep reads the trail.
      new ros.RosResource(stack, 'DeadLetters', {
        type: 'ALIYUN::MNS::Queue',
        properties: {
          QueueName: 'ackwatch-dead-letters',
          MessageRetentionPeriod: WEEK_SECONDS,
          MaximumMessageSize: 65_536,
        },
      });
      addRule(stack, filter);
      addMembersRule(stack, filter);
      addDatabase(stack);
    },
  );
}

function addLog(stack: ros.Stack): void {
  const projectName = sub('ackwatch-${ALIYUN::TenantId}-${ALIYUN::Region}');
  const project = new sls.Project(stack, 'Log', {
    name: projectName,
    description: 'Logs of the functions of ackwatch',
  });
  const logstore = new sls.Logstore(stack, 'Logstore', {
    projectName: project.attrName,
    logstoreName: 'functions',
    ttl: LOG_DAYS,
    shardCount: 1,
    autoSplit: true,
    maxSplitShard: 8,
  });
  new sls.Index(stack, 'Index', {
    projectName: logstore.attrProjectName,
    logstoreName: logstore.attrLogstoreName,
    fullTextIndex: { enable: true, includeChinese: true, caseSensitive: false },
    // Function Compute puts the whole line under `message`; its own fields lie inside it.
    keyIndices: [
      {
        name: 'message',
        type: 'json',
        enableAnalytics: true,
        jsonKeyIndices: FIELDS.map((name) => ({ name, type: 'text', enableAnalytics: true })),
      },
      { name: 'functionName', type: 'text', enableAnalytics: true },
      { name: 'requestId', type: 'text', enableAnalytics: true },
    ],
  });
}
