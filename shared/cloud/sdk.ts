type Construct<T> = new (fields: Readonly<Record<string, unknown>>) => T;

/** The part of `@alicloud/openapi-client` that is used. */
export interface Sdk {
  readonly Client: new (config: object) => {
    readonly callApi: (params: object, request: object, runtime: object) => Promise<{ readonly body?: unknown }>;
  };
  readonly Config: Construct<object>;
  readonly Params: Construct<object>;
  readonly OpenApiRequest: Construct<object>;
}

let loading: Promise<Sdk> | undefined;

/** Loads the SDK when first asked. A CommonJS module's `default` is the class, or the module, as the loader likes it. */
export async function loadSdk(): Promise<Sdk> {
  loading ??= import('@alicloud/openapi-client').then((loaded: unknown) => sdkIn(loaded));
  return loading;
}

function sdkIn(loaded: unknown): Sdk {
  for (const level of [loaded, memberOf(loaded, 'default')]) {
    const inner = memberOf(level, 'default');
    const found = {
      Client: typeof inner === 'function' ? inner : memberOf(inner, 'default'),
      Config: memberOf(level, 'Config') ?? memberOf(inner, 'Config'),
      Params: memberOf(level, 'Params') ?? memberOf(inner, 'Params'),
      OpenApiRequest: memberOf(level, 'OpenApiRequest') ?? memberOf(inner, 'OpenApiRequest'),
    };
    if (Object.values(found).every((member) => typeof member === 'function')) return found as unknown as Sdk;
  }
  throw new TypeError('@alicloud/openapi-client does not export what is expected of 0.4');
}

function memberOf(value: unknown, key: string): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
