import type { Operation, Product } from './api.ts';

/** The operation that a request means, with what its path names. */
export interface Route {
  readonly product: Product;
  readonly version: string;
  readonly action: string;
  readonly operation: Operation;
  readonly pathParams: Readonly<Record<string, string>>;
}

/** Products that answer to a version; empty: nobody does. */
export function productsOf(products: readonly Product[], version: string): readonly Product[] {
  return products.filter((product) => product.versions.includes(version));
}

/** RPC: by action. ROA: by method and path. */
export function routeOf(
  candidates: readonly Product[],
  request: {
    readonly version: string;
    readonly action: string | undefined;
    readonly method: string;
    readonly path: string;
  },
): Route | undefined {
  const { version, action, method, path } = request;
  for (const product of candidates) {
    for (const [name, operation] of Object.entries(product.operations)) {
      const pathParams =
        product.style === 'RPC' ? (name === action ? {} : undefined) : matched(operation.route, method, path);
      if (pathParams !== undefined) return { product, version, action: name, operation, pathParams };
    }
  }
  return undefined;
}

function matched(
  route: string | undefined,
  method: string,
  path: string,
): Readonly<Record<string, string>> | undefined {
  const [verb, pattern = ''] = (route ?? '').split(' ');
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (verb !== method || wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const name = /^\[(.+)\]$/u.exec(part)?.[1];
    if (name !== undefined) params[name] = decoded(given[index] ?? '');
    else if (part !== given[index]) return undefined;
  }
  return params;
}

/** A part of a path; what is not well encoded stands for itself and names nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
