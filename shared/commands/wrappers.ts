/** Programs that start another one: which of their options take a value, and how many words stand before its name. */
const WRAPPERS: Readonly<Record<string, { readonly valued: string; readonly operands?: number }>> = {
  sudo: { valued: '-u -g -h -p -C -T -r -t -U -D -R --user --group' },
  doas: { valued: '-u -C' },
  env: { valued: '-u -C' },
  nohup: { valued: '' },
  setsid: { valued: '' },
  time: { valued: '-o -f' },
  nice: { valued: '-n' },
  ionice: { valued: '-c -n' },
  chrt: { valued: '', operands: 1 },
  taskset: { valued: '', operands: 1 },
  timeout: { valued: '-k -s --signal --kill-after', operands: 1 },
  stdbuf: { valued: '-i -o -e' },
  exec: { valued: '-a' },
  command: { valued: '' },
  builtin: { valued: '' },
  busybox: { valued: '' },
  nsenter: { valued: '-t --target -S -G' },
  unshare: { valued: '' },
  chroot: { valued: '', operands: 1 },
  flock: { valued: '-w -E', operands: 1 },
  watch: { valued: '-n' },
  'systemd-run': { valued: '-p -u --unit --property' },
  'systemd-inhibit': { valued: '' },
  strace: { valued: '-o -e -p' },
};

const ASSIGNMENT = /^[A-Za-z_]\w*=/u;

/** The words of the command that a wrapper starts, empty where it starts a shell; undefined: no wrapper. */
export function unwrapped(name: string, args: readonly string[]): readonly string[] | undefined {
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (wrapper === undefined || (name === 'command' && /^-[vV]$/u.test(args[0] ?? ''))) return undefined;
  return afterOptions(args, wrapper.valued.split(' ')).slice(wrapper.operands ?? 0);
}

/** What is left behind options, their values and assignments. */
export function afterOptions(args: readonly string[], valued: readonly string[]): readonly string[] {
  let index = 0;
  while (index < args.length) {
    const arg = args[index] ?? '';
    if (arg === '--') return args.slice(index + 1);
    if (!arg.startsWith('-') && !ASSIGNMENT.test(arg)) break;
    index += valued.includes(arg) ? 2 : 1;
  }
  return args.slice(index);
}

const SHELLS = new Set(['bash', 'sh', 'dash', 'ash', 'zsh', 'ksh', 'su', 'runuser', 'at', 'batch']);

/** What a shell is asked to run: a text, its standard input, or something that only the node knows. */
export type Asked = { readonly script: string } | 'input' | 'elsewhere';

/** Undefined: no shell. */
export function askedOf(name: string, args: readonly string[]): Asked | undefined {
  if (name === 'eval') return { script: args.join(' ') };
  if (name === 'trap') return args[0] === undefined ? 'elsewhere' : { script: args[0] };
  if (name === 'source' || name === '.') return 'elsewhere';
  if (!SHELLS.has(name)) return undefined;
  const at = args.findIndex((arg) => arg === '--command' || (/^-[a-zA-Z]*c$/u.test(arg) && arg !== '-'));
  const script = at === -1 ? undefined : args[at + 1];
  if (script !== undefined) return { script };
  if (name !== 'bash' && name !== 'sh') return 'input';
  return afterOptions(args, ['-o', '-O', '--rcfile']).length === 0 || args.includes('-s') ? 'input' : 'elsewhere';
}

const INTERPRETERS = /^(?:python[\d.]*|perl|ruby|node|lua|php|awk|gawk)$/u;
const DELICATE =
  /\/etc\/(?:kubernetes|kubeadm|resolv\.conf|sysctl|docker|containerd|chrony|systemd)|\/var\/lib\/(?:kubelet|docker|containerd|etcd)|\/proc\/sys\/|sysctl|systemctl|ccs-log-collector/u;

/** Code of another language that stands in the script and names what matters: nobody reads here what it does to it. */
export function isHiddenCode(name: string, args: readonly string[], input: string | undefined): boolean {
  if (!INTERPRETERS.test(name) || args.some((arg) => /^-[a-zA-Z]*i/u.test(arg))) return false;
  const at = args.findIndex((arg) => /^-[a-zA-Z]*[ce]$/u.test(arg));
  const code = at === -1 ? (args.every((arg) => arg.startsWith('-')) ? input : undefined) : args[at + 1];
  return code !== undefined && DELICATE.test(code);
}
