import type { AnyCommand } from '@perspectief/kernel';
import type { InputClass } from '@perspectief/runtime';

/** The data of one command out of a context's many. */
export type DataOf<C extends AnyCommand, Type extends C['type']> = Extract<C, { readonly type: Type }>['data'];

/** Lists compare by their items, parts by their fields, whoever declares them read-only. */
type Bare<T> = T extends readonly (infer Item)[] ? readonly Bare<Item>[] : T extends object ? { readonly [Key in keyof T]: Bare<T[Key]> } : T;

type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type At<T, Key> = Key extends keyof T ? Bare<T[Key]> : { readonly missing: Key };

type Differing<Data, Instance> = {
  [Key in keyof Data | keyof Instance]: Alike<At<Data, Key>, At<Instance, Key>> extends true ? never : Key;
}[keyof Data | keyof Instance];

type InputFor<Data, Input> = Input extends new () => infer Instance
  ? [Differing<Data, Instance>] extends [never]
    ? Input
    : { readonly 'fields that differ from the command': Differing<Data, Instance> }
  : never;

/**
 * The inputs of a context, complete or it does not compile: no command from outside without its class, no class without its
 * command, no field or choice that only one of the two knows. An instance is the command's data, so nothing translates.
 */
export const inputsOf =
  <C extends AnyCommand, Internal extends C['type'] = never>() =>
  <const Inputs extends Readonly<Record<Exclude<C['type'], Internal>, InputClass>>>(
    inputs: Inputs & { readonly [Type in keyof Inputs]: Type extends Exclude<C['type'], Internal> ? InputFor<DataOf<C, Type>, Inputs[Type]> : never },
  ): Readonly<Record<Exclude<C['type'], Internal>, InputClass>> =>
    inputs;
