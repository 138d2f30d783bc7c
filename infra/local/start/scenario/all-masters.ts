import type { DemoAccount } from '../../demo/account.ts';
import { idOf } from '../../demo/build/ids.ts';
import { ecs } from './cloud-assistant.ts';
import { onceStopped } from './once-stopped.ts';
import { alert, type Play } from './play-of.ts';

/** The machines of a dedicated cluster's masters, and the rules around them: played with `--all`. */
export function masterPlays({ legacy }: DemoAccount): readonly Play[] {
  const [, , InstanceId = ''] = legacy.masters;
  const third = { InstanceId };
  return [
    {
      title: 'A master stopped',
      as: 'root',
      call: ecs('StopInstance', { ...third, ForceStop: true }),
      expected: alert('U05'),
    },
    {
      title: 'Everybody may ask the masters for a shell: port 22 opened to the world',
      as: 'deployer',
      call: ecs('AuthorizeSecurityGroup', {
        SecurityGroupId: legacy.securityGroup,
        IpProtocol: 'TCP',
        PortRange: '22/22',
        SourceCidrIp: '0.0.0.0/0',
      }),
      expected: alert('R13'),
    },
    {
      title: 'The stopped master gets another address',
      as: 'alice',
      before: onceStopped(InstanceId),
      call: ecs('ModifyInstanceVpcAttribute', {
        ...third,
        VSwitchId: idOf('vsw', 'legacy'),
        PrivateIpAddress: '10.2.0.77',
      }),
      expected: alert('R18'),
    },
    {
      title: 'And another operating system',
      as: 'alice',
      call: ecs('ReplaceSystemDisk', { ...third, ImageId: 'aliyun_3_x64_20G_alibase_20260211.vhd' }),
      expected: alert('R15'),
    },
  ];
}
