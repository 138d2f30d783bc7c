import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { given, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { secondsOf } from './record.ts';

/** Where records are kept for longer than ninety days, and which ones. */
export interface DeliveryTrail {
  readonly Name: string;
  readonly HomeRegion: string;
  readonly TrailRegion: string;
  readonly EventRW: 'Write' | 'Read' | 'All';
  readonly OssBucketName: string;
  readonly SlsProjectArn: string;
  readonly Status: 'Enable' | 'Disable' | 'Fresh';
  readonly CreateTime: string;
  readonly UpdateTime: string;
}

/** The trails of an account, by name. */
export type TrailsState = Map<string, DeliveryTrail>;

const SAID = {
  TrailRegion: text,
  EventRW: oneOf('Write', 'Read', 'All'),
  OssBucketName: text,
  SlsProjectArn: text,
} as const;

/**
 * Making and changing trails. They keep what the account's history forgets after ninety days; the history itself, and with
 * it what EventBridge pushes, goes on without any.
 */
export function trailOperations(trails: TrailsState): Readonly<Record<string, Operation>> {
  const write = (run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['Name'],
    run,
    references: references({ 'ACS::ActionTrail::Trail': ['Name'] }),
  });
  const change = (changed: (call: Call) => Partial<DeliveryTrail>): Operation =>
    write((call) => {
      const trail = { ...named(trails, call), ...changed(call), UpdateTime: secondsOf(call.now) };
      trails.set(trail.Name, trail);
      return wireOf(trail);
    });
  return {
    CreateTrail: write((call) => create(trails, call)),
    UpdateTrail: change(({ params }) => given(params, SAID)),
    StartLogging: change(() => ({ Status: 'Enable' })),
    StopLogging: change(() => ({ Status: 'Disable' })),
    DeleteTrail: write((call) => {
      trails.delete(named(trails, call).Name);
      return {};
    }),
    DescribeTrails: { rw: 'Read', run: () => ({ TrailList: [...trails.values()].map(wireOf) }) },
    GetTrailStatus: {
      rw: 'Read',
      required: ['Name'],
      run: (call) => ({ IsLogging: named(trails, call).Status === 'Enable' }),
    },
  };
}

/** A trail that takes on every write, into a log project. */
export function aTrail(said: Partial<DeliveryTrail> & Pick<DeliveryTrail, 'Name' | 'HomeRegion'>): DeliveryTrail {
  return {
    TrailRegion: 'All',
    EventRW: 'Write',
    OssBucketName: '',
    SlsProjectArn: '',
    Status: 'Enable',
    CreateTime: '2026-03-02T02:10:00Z',
    UpdateTime: '2026-03-02T02:10:00Z',
    ...said,
  };
}

function create(trails: TrailsState, { params, region, now }: Call): Answer {
  const Name = mandatory(params, 'Name');
  if (trails.has(Name)) throw new ApiError(409, 'TrailAlreadyExistsException', 'The specified trail already exists.');
  const time = { CreateTime: secondsOf(now), UpdateTime: secondsOf(now) };
  const trail = aTrail({ Name, HomeRegion: region, Status: 'Fresh', ...time, ...given(params, SAID) });
  if (trail.OssBucketName === '' && trail.SlsProjectArn === '') mandatory(params, 'SlsProjectArn');
  trails.set(Name, trail);
  return wireOf(trail);
}

function named(trails: TrailsState, { params }: Call): DeliveryTrail {
  const trail = trails.get(mandatory(params, 'Name'));
  if (trail === undefined) throw new ApiError(404, 'TrailNotFoundException', 'The specified trail does not exist.');
  return trail;
}

function wireOf(trail: DeliveryTrail): Answer {
  return { ...trail };
}
