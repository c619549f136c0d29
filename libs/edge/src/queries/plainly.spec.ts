import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { openEdge } from '../testing/index.js';

@Resolver()
class Sums {
  @Query(() => Int)
  sum(@Args('one', { type: () => Int }) one: number, @Args('other', { type: () => Int }) other: number): number {
    return one + other;
  }

  @Query(() => Int)
  product(@Args('one', { type: () => Int }) one: number, @Args('other', { type: () => Int }) other: number): number {
    return one * other;
  }
}

let edge: Awaited<ReturnType<typeof openEdge>>;
beforeAll(async () => {
  edge = await openEdge({ owners: [], resolvers: [Sums] });
});
afterAll(() => edge.close());

/** The first time a question is executed as it is; from the second on it is compiled. */
const often = async (ask: () => Promise<unknown>): Promise<unknown[]> => [await ask(), await ask(), await ask()];
const thrice = (answer: unknown): unknown[] => [answer, answer, answer];

test('a variable that may not be null, and has a default, need not be sent, however often one asks', async () => {
  const query = 'query ($one: Int! = 3, $other: Int! = 4) { sum(one: $one, other: $other) }';
  const asked = async (variables: object): Promise<unknown> => (await edge.ask(query, variables)).data;
  expect(await often(() => asked({}))).toEqual(thrice({ sum: 7 }));
  expect(await often(() => asked({ one: 1 }))).toEqual(thrice({ sum: 5 }));
  expect(await often(() => asked({ one: 1, other: 1 }))).toEqual(thrice({ sum: 2 }));
  expect(await asked({ one: null, other: 1 })).toBeNull();
});

test('of a document with several operations the one that is named is answered, also after another of them was', async () => {
  const query = 'query Sum { sum(one: 2, other: 3) } query Product { product(one: 2, other: 3) }';
  const asked = async (operationName: string): Promise<unknown> => (await edge.ask(query, {}, operationName)).data;
  expect(await often(() => asked('Sum'))).toEqual(thrice({ sum: 5 }));
  expect(await often(() => asked('Product'))).toEqual(thrice({ product: 6 }));
});
