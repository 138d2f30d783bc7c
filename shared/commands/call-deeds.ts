import type { CommandForm } from '../model/operation.ts';
import { textOf, valueOf, type Params } from '../model/params.ts';
import { commandText, decoded, isForLinux, withParameters } from './command-text.ts';
import { deedsIn, deedsOfFile } from './deeds-in.ts';
import { templateDeeds, type TemplateDeed } from './template-deeds.ts';

/** A stored command as DescribeCommands or the event of its creation tells it, its content decoded. */
export interface StoredCommand {
  readonly text: string;
  readonly type?: string;
  readonly workingDirectory?: string;
}

/**
 * What a call does to the nodes it names, from the text it carries; `command-unread` where nobody can tell. The caller
 * fetches the stored command of a call that only names it; without it such a call is unread.
 */
export function callDeeds(form: CommandForm, params: Params, stored?: StoredCommand): readonly TemplateDeed[] {
  switch (form) {
    case 'command':
      return commandDeeds(params, stored);
    case 'stored-command':
      return stored === undefined ? unread(params) : storedDeeds(params, stored);
    case 'file':
      return fileDeeds(params);
    case 'session': {
      const line = textOf(params, 'CommandLine');
      return line === undefined || line.trim() === '' ? [{ effect: 'command-unread', line: '' }] : deedsIn(line);
    }
    case 'template':
    case 'state':
      return templateDeeds(params);
    case 'package':
      return packageDeeds(params);
  }
}

function commandDeeds(params: Params, stored: StoredCommand | undefined): readonly TemplateDeed[] {
  if (isInContainer(params) || !isForLinux(params)) return [];
  const text = commandText(params);
  if (text === undefined) return stored === undefined ? unread(params) : storedDeeds(params, stored);
  return scriptDeeds(text, params, textOf(params, 'WorkingDir'));
}

function storedDeeds(params: Params, stored: StoredCommand): readonly TemplateDeed[] {
  if (isInContainer(params) || !isForLinux({ Type: stored.type })) return [];
  const directory = textOf(params, 'WorkingDir') ?? stored.workingDirectory;
  return scriptDeeds(withParameters(stored.text, params), params, directory);
}

/** Another launcher than a shell reads the text in its own way. */
function scriptDeeds(text: string, params: Params, directory: string | undefined): readonly TemplateDeed[] {
  const launcher = textOf(params, 'Launcher') ?? '';
  if (launcher !== '' && !/\b(?:ba|da|a|z|k)?sh\b/u.test(launcher)) return [{ effect: 'command-unread', line: '' }];
  return deedsIn(text, directory === '' ? undefined : directory);
}

function fileDeeds(params: Params): readonly TemplateDeed[] {
  const [directory, name] = [textOf(params, 'TargetDir'), textOf(params, 'Name')];
  if (directory === undefined || name === undefined) return unread(params);
  if (/^[A-Za-z]:|\\/u.test(directory)) return [];
  const content = textOf(params, 'Content');
  const text = content === undefined ? undefined : decoded(content, textOf(params, 'ContentType'));
  return deedsOfFile(`${directory}/${name}`, text);
}

/** An extension of OOS; only its name and its parameters tell what it brings. */
function packageDeeds(params: Params): readonly TemplateDeed[] {
  const name = (textOf(params, 'TemplateName') ?? '').slice(0, 100);
  const isRemoval = /uninstall/iu.test(textOf(params, 'ConfigureAction') ?? '');
  const told = `${name} ${JSON.stringify(valueOf(params, 'Parameters') ?? '')}`.toLowerCase();
  if (/kubelet|kubeadm|containerd|docker|runc/u.test(told))
    return [{ effect: 'component-version-changed', line: name }];
  if (!isRemoval && /firewalld|\bufw\b|nftables|iptables/u.test(told))
    return [{ effect: 'firewall-enabled', line: name }];
  return [];
}

/** What runs in a container changes the container. */
function isInContainer(params: Params): boolean {
  return [textOf(params, 'ContainerId'), textOf(params, 'ContainerName')].some((id) => id !== undefined && id !== '');
}

function unread(params: Params): readonly TemplateDeed[] {
  return [{ effect: 'command-unread', line: textOf(params, 'CommandId') ?? '' }];
}
