import { actiontrailProduct } from './actiontrail/product.ts';
import { createTrail, type Trail } from './actiontrail/trail.ts';
import type { TrailsState } from './actiontrail/trails.ts';
import { type Actors, createActors } from './actors.ts';
import { type Answer, ApiError, type OwnCall, type Product, type ServiceActor } from './api.ts';
import { albProduct } from './alb/product.ts';
import { type AlbState, createAlbState } from './alb/state.ts';
import { csProduct } from './cs/product.ts';
import { createCsState, type CsState } from './cs/state.ts';
import { eciProduct } from './eci/product.ts';
import { createEciState, type EciState } from './eci/state.ts';
import { ecsProduct } from './ecs/product.ts';
import { createEcsState, type EcsState } from './ecs/state.ts';
import { efloControllerProduct, efloProduct } from './eflo/product.ts';
import { createEfloState, type EfloState } from './eflo/state.ts';
import { essProduct } from './ess/product.ts';
import { createEssState, type EssState } from './ess/state.ts';
import { imsProduct } from './ims/product.ts';
import { createImsState, type ImsState } from './ims/state.ts';
import { createKeys, type Key, type Keys } from './keys.ts';
import { nasProduct } from './nas/product.ts';
import { createNasState, type NasState } from './nas/state.ts';
import { nlbProduct } from './nlb/product.ts';
import { createNlbState, type NlbState } from './nlb/state.ts';
import { perform, type Performed, type Ready } from './perform.ts';
import { ramProduct } from './ram/product.ts';
import { createRamState, type RamState } from './ram/state.ts';
import { slbProduct } from './slb/product.ts';
import { createSlbState, type SlbState } from './slb/state.ts';
import { slsProduct } from './sls/product.ts';
import { createSlsState, type SlsState } from './sls/state.ts';
import { stsProduct } from './sts.ts';
import { tagProduct } from './tag/product.ts';
import { createEipState, type EipState } from './vpc/eip-state.ts';
import { vpcProduct } from './vpc/product.ts';
import { createVpcState, type VpcState } from './vpc/state.ts';

/** One cloud account in one region: its state by product, its keys and its trail. */
export interface World {
  readonly accountId: string;
  readonly region: string;
  readonly clock: () => Date;
  readonly slb: SlbState;
  readonly alb: AlbState;
  readonly nlb: NlbState;
  readonly eip: EipState;
  readonly ecs: EcsState;
  readonly ess: EssState;
  readonly cs: CsState;
  readonly ram: RamState;
  readonly ims: ImsState;
  readonly vpc: VpcState;
  readonly nas: NasState;
  readonly eflo: EfloState;
  readonly eci: EciState;
  readonly sls: SlsState;
  /** What happened. */
  readonly trail: Trail;
  /** Where it is kept for longer. */
  readonly trails: TrailsState;
  readonly keys: Keys;
  readonly actors: Actors;
  /** Other accounts behind the same endpoint: their roles may be assumed from here. */
  readonly members: readonly World[];
  readonly products: readonly Product[];
  /** Makes a call as somebody, without the wire; it is recorded like any other. Throws ApiError when refused. */
  readonly act: (key: Key, call: OwnCall) => Answer | readonly Answer[];
  /** Runs a call whose signer is known; the server's way in. */
  readonly perform: (ready: Ready) => Performed;
  /** Hears of errors that are the stand-in's own. */
  readonly onBug: (error: unknown) => void;
}

/** What a world starts with. */
export interface WorldStart {
  readonly clock?: () => Date;
  readonly accountId?: string;
  readonly region?: string;
  readonly members?: readonly World[];
  /** How long after the deed a record can be looked up. */
  readonly visibleAfterMs?: number;
  readonly onBug?: (error: unknown) => void;
}

/** An empty account. */
export function createWorld(start: WorldStart = {}): World {
  const { accountId = '1234567890123456', region = 'cn-hangzhou', clock = () => new Date(), members = [] } = start;
  const onBug = start.onBug ?? ((error: unknown): void => console.error(error));
  const keys = createKeys(accountId);
  const actors = createActors(keys);
  const trail = createTrail({ clock, visibleAfterMs: start.visibleAfterMs ?? 0 });
  const waiting: (() => void)[] = [];
  const state = {
    slb: createSlbState(),
    alb: createAlbState(),
    nlb: createNlbState(),
    eip: createEipState(),
    ecs: createEcsState(),
    ess: createEssState(),
    cs: createCsState(),
    ram: createRamState(),
    ims: createImsState(),
    vpc: createVpcState(),
    nas: createNasState(),
    eflo: createEfloState(),
    eci: createEciState(),
    sls: createSlsState(),
    trails: new Map(),
  };
  const performAll = (ready: Ready): Performed => {
    const performed = perform(ready, trail, clock(), onBug);
    for (const task of waiting.splice(0)) task();
    return performed;
  };
  const act = (key: Key, call: OwnCall): Answer | readonly Answer[] => {
    const { outcome } = performAll(readyFor(products, key, call, region));
    if ('error' in outcome) throw outcome.error;
    return outcome.answer;
  };
  const followUp = (actor: ServiceActor, call: OwnCall): void => {
    waiting.push(() => {
      try {
        act(actors[actor](), call);
      } catch (error) {
        // A refused call of a service is recorded; nobody waits for it.
        if (!(error instanceof ApiError)) onBug(error);
      }
    });
  };
  const products: readonly Product[] = [
    slbProduct(state.slb, state.ecs),
    albProduct(state.alb),
    nlbProduct(state.nlb),
    ecsProduct(state.ecs),
    essProduct(state.ess, state.ecs, followUp),
    tagProduct(state),
    csProduct(state.cs, state, followUp),
    ramProduct(state.ram),
    imsProduct(state.ims),
    vpcProduct(state.vpc, state.eip),
    nasProduct(state.nas),
    efloProduct(state.eflo),
    efloControllerProduct(state.eflo),
    eciProduct(state.eci),
    slsProduct(state.sls),
    stsProduct([{ accountId, ram: state.ram, keys }, ...members]),
    actiontrailProduct(trail, state.trails),
  ];
  return {
    accountId,
    region,
    clock,
    ...state,
    trail,
    keys,
    actors,
    members,
    products,
    act,
    perform: performAll,
    onBug,
  };
}

function readyFor(products: readonly Product[], key: Key, call: OwnCall, home: string): Ready {
  const product = products.find((item) => item.product === call.product && call.action in item.operations);
  const operation = product?.operations[call.action];
  if (product === undefined || operation === undefined) {
    throw new Error(`Expected an operation of the local cloud, got ${call.product}:${call.action}`);
  }
  const region = call.region ?? home;
  const version = product.versions[0] ?? '';
  return { ...call, product, version, operation, key, region, sourceIp: 'Internal', userAgent: 'ackwatch-local-cloud' };
}
