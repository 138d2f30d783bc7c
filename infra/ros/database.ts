import * as ros from '@alicloud/ros-cdk-core';
import * as rds from '@alicloud/ros-cdk-rds';
import { sub } from './template.ts';

/** Whoever has a PostgreSQL already names no vSwitch, and gets none. */
export function addDatabase(stack: ros.Stack): void {
  const text = (id: string, description: string, more: Partial<ros.RosParameterProps> = {}) =>
    new ros.RosParameter(stack, id, { type: ros.RosParameterType.STRING, description, defaultValue: '', ...more });
  text('VpcId', 'VPC for a serverless RDS PostgreSQL; empty: none is made');
  text('VSwitchId', 'vSwitch of the database, one that the functions also use');
  text('ZoneId', 'Zone of that vSwitch');
  text('AllowedCidr', 'Addresses that may connect: the range of the vSwitches of the functions', {
    defaultValue: '127.0.0.1',
  });
  text('DatabasePassword', 'Password of the database account ackwatch', { noEcho: true });
  const wanted = ros.Fn.conditionNot(ros.Fn.conditionEquals(ros.Fn.ref('VpcId'), ''));
  const condition = new ros.RosCondition(stack, 'HasDatabase', { expression: wanted });

  const instance = new rds.RosDBInstance(
    stack,
    'Database',
    {
      engine: 'PostgreSQL',
      engineVersion: '14.0',
      category: 'serverless_basic',
      dbInstanceClass: 'pg.n2.serverless.1c',
      dbInstanceStorage: 20,
      dbInstanceStorageType: 'cloud_essd',
      payType: 'Serverless',
      // Never paused: waking takes longer than an alert may.
      serverlessConfig: { minCapacity: 0.5, maxCapacity: 4, autoPause: false, switchForce: false },
      vpcId: ros.Fn.ref('VpcId'),
      vSwitchId: ros.Fn.ref('VSwitchId'),
      zoneId: ros.Fn.ref('ZoneId'),
      securityIpList: ros.Fn.ref('AllowedCidr'),
      dbInstanceDescription: 'ackwatch',
      deletionProtection: true,
    },
    true,
  );
  const account = new rds.RosAccount(
    stack,
    'DatabaseAccount',
    {
      dbInstanceId: instance.attrDbInstanceId,
      accountName: 'ackwatch',
      accountPassword: ros.Fn.ref('DatabasePassword'),
      accountType: 'Normal',
    },
    true,
  );
  const database = new rds.RosDatabase(
    stack,
    'DatabaseItself',
    { dbInstanceId: instance.attrDbInstanceId, dbName: 'ackwatch', characterSetName: 'UTF8,C,en_US.utf8' },
    true,
  );
  // What it saw and decided is evidence: deleting the stack does not delete it.
  for (const one of [instance, account, database]) {
    one.rosOptions.condition = condition;
    one.rosOptions.deletionPolicy = ros.RosDeletionPolicy.RETAIN;
  }
  const output = new ros.RosOutput(stack, 'DatabaseUrl', {
    description: 'DATABASE_URL without the password',
    value: sub('postgres://ackwatch@${Database.InnerConnectionString}:5432/ackwatch'),
    condition,
  });
  output.node.addDependency(instance);
}
