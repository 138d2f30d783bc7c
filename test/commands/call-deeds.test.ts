import { describe, expect, it } from 'vitest';
import { callDeeds } from '../../shared/commands/call-deeds.ts';
import type { CommandForm } from '../../shared/model/operation.ts';
import type { Params } from '../../shared/model/params.ts';

const rm = 'rm -rf /tmp/ccs-log-collector/pos';
const template = {
  FormatVersion: 'OOS-2019-06-01',
  Parameters: { script: { Type: 'String' } },
  Tasks: [
    {
      Name: 'run',
      Action: 'ACS::ECS::RunCommand',
      Properties: { commandType: 'RunShellScript', commandContent: '{{ script }}' },
    },
  ],
};

function effects(form: CommandForm, params: Params): readonly string[] {
  return callDeeds(form, params).map(({ effect }) => effect);
}

describe('callDeeds', () => {
  it.each<[name: string, form: CommandForm, params: Params, effects: readonly string[]]>([
    ['a command', 'command', { CommandContent: rm, 'InstanceId.1': 'i-1' }, ['log-position-deleted']],
    ['a harmless command', 'command', { CommandContent: 'uptime' }, []],
    [
      'a command in a folder',
      'command',
      { CommandContent: 'rm -rf pos', WorkingDir: '/tmp/ccs-log-collector' },
      ['log-position-deleted'],
    ],
    ['a command in a container', 'command', { CommandContent: rm, ContainerName: 'app' }, []],
    ['a command for Windows', 'command', { CommandContent: rm, Type: 'RunPowerShellScript' }, []],
    [
      'a command for Python',
      'command',
      { CommandContent: 'import os', Launcher: 'python3 -u {{ACS::ScriptFileName}}' },
      ['command-unread'],
    ],
    ['a command whose text is not told', 'command', { CommandId: 'c-1' }, ['command-unread']],
    ['a stored command nobody could fetch', 'stored-command', { CommandId: 'c-1' }, ['command-unread']],
    [
      'a file',
      'file',
      { TargetDir: '/etc/kubernetes/pki/', Name: 'ca.crt', Content: 'x' },
      ['certificates-changed', 'key-paths-changed'],
    ],
    [
      'a file of kernel parameters',
      'file',
      {
        TargetDir: '/etc/sysctl.d',
        Name: 'a.conf',
        Content: Buffer.from('net.ipv4.ip_forward=0').toString('base64'),
        ContentType: 'Base64',
      },
      ['ip-forwarding-disabled', 'os-settings-changed'],
    ],
    ['a program', 'file', { TargetDir: '/usr/bin', Name: 'kubelet', Content: 'x' }, ['component-version-changed']],
    [
      'the name servers',
      'file',
      { TargetDir: '/etc', Name: 'resolv.conf', Content: 'nameserver 8.8.8.8' },
      ['resolver-changed'],
    ],
    ['a file at home', 'file', { TargetDir: '/root', Name: 'a.txt', Content: rm }, []],
    [
      'a file that goes up',
      'file',
      { TargetDir: '/root', Name: '../etc/resolv.conf', Content: '' },
      ['resolver-changed'],
    ],
    ['a file on Windows', 'file', { TargetDir: 'C:\\etc', Name: 'resolv.conf' }, []],
    ['a session with a command', 'session', { CommandLine: rm }, ['log-position-deleted']],
    ['a session without', 'session', { Username: 'root' }, ['command-unread']],
    [
      'a public template with a command',
      'template',
      {
        TemplateName: 'ACS-ECS-BulkyRunCommand',
        Parameters: JSON.stringify({ commandContent: rm, targets: { Type: 'ResourceIds' } }),
      },
      ['log-position-deleted'],
    ],
    [
      'a public template with a harmless one',
      'template',
      { TemplateName: 'ACS-ECS-BulkyRunCommand', Parameters: '{"commandContent":"uptime"}' },
      [],
    ],
    [
      'a template that deletes',
      'template',
      { TemplateName: 'ACS-ECS-BulkyDeleteInstances', Parameters: '{}' },
      ['released'],
    ],
    ['a template that replaces disks', 'template', { TemplateName: 'ACS-ECS-BulkyReplaceSystemDisk' }, ['os-replaced']],
    ['a template that stops', 'template', { TemplateName: 'ACS-ECS-BulkyStopInstances' }, ['stopped']],
    ['a template that starts', 'template', { TemplateName: 'ACS-ECS-BulkyStartInstances' }, []],
    [
      'a template of which nobody knows more',
      'template',
      { TemplateName: 'my-template', Parameters: '{"a":1}' },
      ['command-unread'],
    ],
    [
      'a template in JSON',
      'template',
      { TemplateContent: JSON.stringify(template), Parameters: JSON.stringify({ script: rm }) },
      ['log-position-deleted'],
    ],
    [
      'a template in YAML',
      'template',
      {
        TemplateContent: `Tasks:\n- Action: ACS::ECS::RunCommand\n  Properties:\n    commandContent: |\n      #!/bin/bash\n      ${rm}\n`,
      },
      ['log-position-deleted'],
    ],
    [
      'a template that calls the API',
      'template',
      { TemplateContent: 'Tasks:\n- Action: ACS::ExecuteAPI\n  Properties: {Service: ECS, API: DeleteInstance}\n' },
      ['released'],
    ],
    ['a template that is no YAML', 'template', { TemplateContent: '{]: [', Parameters: {} }, []],
    [
      'an extension',
      'package',
      { TemplateName: 'ACS-Package-docker', ConfigureAction: 'Install' },
      ['component-version-changed'],
    ],
    [
      'a firewall',
      'package',
      { TemplateName: 'my-firewalld', ConfigureAction: 'Install', Parameters: '{}' },
      ['firewall-enabled'],
    ],
    ['a firewall that goes', 'package', { TemplateName: 'my-firewalld', ConfigureAction: 'Uninstall' }, []],
    ['another extension', 'package', { TemplateName: 'ACS-Extension-node-exporter', ConfigureAction: 'Install' }, []],
  ])('tells what %s does', (_, form, params, expected) => {
    expect(effects(form, params)).toEqual(expected);
  });

  it('reads the stored command that the caller fetched, with the parameters of this call', () => {
    const params = { CommandId: 'c-1', Parameters: '{"dir":"pos"}' };
    const stored = { text: 'rm -rf {{dir}}', workingDirectory: '/tmp/ccs-log-collector' };

    expect(callDeeds('stored-command', params, stored)).toEqual([
      { effect: 'log-position-deleted', line: 'rm -rf pos' },
    ]);
    expect(callDeeds('stored-command', params, { ...stored, type: 'RunBatScript' })).toEqual([]);
  });

  it('shows where a file goes and nothing of what is in it', () => {
    const params = { TargetDir: '/etc/kubernetes', Name: 'token', Content: 'hunter2' };

    expect(callDeeds('file', params)).toEqual([{ effect: 'key-paths-changed', line: '/etc/kubernetes/token' }]);
  });
});
