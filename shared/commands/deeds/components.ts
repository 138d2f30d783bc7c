import { isShowing, names, unpacksComponent } from '../arguments.ts';
import { changesPackages, files, programs, runs, services, upgradesAll } from '../deed-test.ts';
import * as places from '../places.ts';
import { hasOption, operandsOf } from '../simple-command.ts';
import { CHANGING, RESTARTING, STOPPING, type DeedRow } from './row.ts';

const KUBERNETES = ['kubelet', 'kubeadm', 'kubectl', 'cri-tools', 'kubernetes-cni'];
const CONTAINERD = ['containerd', 'containerd.io', 'runc'];
const DOCKER = ['docker', 'docker-ce', 'docker-ce-cli', 'docker-ee', 'docker-engine', 'docker.io', 'moby-engine'];

const CONTROL_PLANE = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd'];

/** What runs the cluster on a node: programs, their configuration, certificates and folders. */
export const COMPONENT_DEEDS: readonly DeedRow[] = [
  {
    effect: 'core-data-deleted',
    tests: [
      files(['delete'], places.CORE_FOLDERS),
      files(['write'], ['/var/lib/etcd/member', '/var/lib/etcd/default.etcd']),
      runs(['etcdctl', 'etcdutl'], (args) => /^snapshot restore\b/u.test(operandsOf(args).join(' '))),
      files(
        ['take'],
        places.CORE_FOLDERS,
        ({ path }) => path.length <= 3 && path.join('/') !== 'etc/kubernetes/manifests',
      ),
      runs(['kubeadm'], (args) => operandsOf(args)[0] === 'reset' && !isShowing('kubeadm', args)),
      runs(['mkfs', 'mkfs.*', 'mke2fs', 'shred'], (args, { name }) => args.length > 0 && !isShowing(name, args)),
      runs(['wipefs'], (args) => hasOption(args, '-a', '--all', '-o', '--offset', '-t') && !isShowing('wipefs', args)),
    ],
  },
  {
    effect: 'certificates-changed',
    tests: [
      files(CHANGING, places.CERTIFICATES),
      runs(['kubeadm'], (args) => /^(?:alpha )?certs? renew\b|^init phase certs\b/u.test(operandsOf(args).join(' '))),
      runs(['openssl'], ([verb = '', ...rest]) => /^(?:genrsa|ca)$/u.test(verb) || issues(verb, rest)),
      runs(['cfssl'], ([verb = '']) => /^(?:gencert|genkey|sign|selfsign)$/u.test(verb)),
      runs(['cfssljson'], (args) => hasOption(args, '-bare')),
    ],
  },
  {
    effect: 'control-plane-upgraded',
    tests: [
      runs(
        ['kubeadm'],
        (args) => /^upgrade (?:apply|node)\b/u.test(operandsOf(args).join(' ')) && !isShowing('kubeadm', args),
      ),
      files(
        ['write'],
        CONTROL_PLANE.flatMap((name) => [`${places.MANIFESTS}/${name}.yaml`, `${places.MANIFESTS}/${name}.yml`]),
        ({ content }) => content === undefined || /image|\d\.\d{1,3}\.\d/u.test(content),
      ),
      changesPackages('etcd', 'etcd-server'),
      programs(places.PROGRAM_FOLDERS, CONTROL_PLANE),
    ],
  },
  {
    effect: 'component-version-changed',
    tests: [
      changesPackages(...KUBERNETES, ...CONTAINERD, ...DOCKER),
      upgradesAll,
      runs(['kubeadm'], (args) => /^upgrade node\b/u.test(operandsOf(args).join(' ')) && !isShowing('kubeadm', args)),
      programs(places.PROGRAM_FOLDERS, [
        'kubelet',
        'kubeadm',
        'containerd',
        'containerd-shim*',
        'runc',
        'docker',
        'dockerd',
      ]),
      runs(['tar'], unpacksComponent),
    ],
  },
  {
    effect: 'control-plane-configuration-changed',
    tests: [files(CHANGING, places.CONTROL_PLANE_CONFIGURATION), services([...STOPPING, ...RESTARTING], CONTROL_PLANE)],
  },
  {
    effect: 'runtime-configuration-changed',
    tests: [
      files(CHANGING, places.RUNTIME_CONFIGURATION),
      services([...STOPPING, ...RESTARTING], ['kubelet', 'containerd', 'docker', 'dockerd']),
    ],
  },
];

/** Last of all: whatever else is done to the folders that nobody may touch. */
export const KEY_PATH_DEEDS: readonly DeedRow[] = [
  { effect: 'key-paths-changed', tests: [files(['write', 'delete', 'take', 'mark', 'mount'], places.KEY_PATHS)] },
];

/** `openssl x509 -in … -noout` only reads; these options make something new. */
function issues(verb: string, args: readonly string[]): boolean {
  return (
    /^(?:req|x509|ecparam)$/u.test(verb) &&
    names(args, '-req', '-new', '-newkey', '-genkey', '-signkey', '-CA', '-x509')
  );
}
