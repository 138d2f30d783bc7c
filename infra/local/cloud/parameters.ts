import { objectsOf, type Params, textOf } from '../../../shared/model/params.ts';
import { ApiError } from './api.ts';

/** Reads one parameter; undefined when it was not given, an ApiError when it makes no sense. */
export type Reader<T> = (params: Params, name: string) => T | undefined;

/** What a table of readers finds: only the parameters that were given, each in its type. */
export type Given<R extends Readers> = { readonly [K in keyof R]?: Exclude<ReturnType<R[K]>, undefined> };
type Readers = Readonly<Record<string, Reader<unknown>>>;

/** Reads every parameter of the table by its own name. */
export function given<R extends Readers>(params: Params, readers: R): Given<R> {
  const found = Object.entries(readers).flatMap(([name, read]) => {
    const value = read(params, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found) as Given<R>;
}

/** The refusal of a value that makes no sense. */
export function badParameter(name: string): ApiError {
  return new ApiError(400, 'InvalidParameter', `The specified parameter "${name}" is not valid.`);
}

/** The text as sent, even where it looks like JSON; empty text counts as not given, as in the cloud. */
export function text(params: Params, name: string): string | undefined {
  const read = textOf(params, name);
  if (read !== undefined) return read;
  const key = Object.keys(params).find((each) => each.toLowerCase() === name.toLowerCase());
  const raw = key === undefined ? undefined : params[key];
  return typeof raw === 'string' && raw !== '' ? raw : undefined;
}

/** The text of a parameter without which the call makes no sense. */
export function mandatory(params: Params, name: string): string {
  const read = text(params, name);
  if (read !== undefined) return read;
  const message = `The input parameter "${name}" that is mandatory for processing this request is not supplied.`;
  throw new ApiError(400, 'MissingParameter', message);
}

export function integer(params: Params, name: string): number | undefined {
  const read = text(params, name);
  if (read === undefined) return undefined;
  if (!/^-?\d{1,15}$/u.test(read)) throw badParameter(name);
  return Number(read);
}

export function flag(params: Params, name: string): boolean | undefined {
  const read = text(params, name)?.toLowerCase();
  if (read === undefined) return undefined;
  if (read !== 'true' && read !== 'false') throw badParameter(name);
  return read === 'true';
}

/** One word of a closed list, whatever its casing; the answer has the casing of the list. */
export function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  return (params, name) => {
    const read = text(params, name)?.toLowerCase();
    if (read === undefined) return undefined;
    const word = words.find((each) => each.toLowerCase() === read);
    if (word === undefined) throw badParameter(name);
    return word;
  };
}

/** The objects of a JSON text such as `BackendServers=[{…}]`; a text that is no such list is refused. */
export function objects(params: Params, name: string): readonly Params[] {
  const read = objectsOf(params, name);
  const raw = text(params, name);
  if (read.length === 0 && raw !== undefined && !/^\s*\[\s*\]\s*$/u.test(raw)) throw badParameter(name);
  return read;
}
