import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askAhead, fetchOrTake, seenAhead, takenAhead } from './asked-ahead';

const network = vi.fn<typeof fetch>();
const says = (body: object) => Promise.resolve(new Response(JSON.stringify(body)));
const asks = (operationName: string, variables: object) => fetchOrTake('/graphql', { method: 'POST', body: JSON.stringify({ operationName, variables }) });

beforeEach(() => vi.stubGlobal('fetch', network));
afterEach(() => {
  vi.unstubAllGlobals();
  network.mockReset();
});

test('an answer that is there is seen as often as one likes, and taken once, whatever the order of the variables', async () => {
  network.mockReturnValueOnce(says({ data: { worklist: 1 } }));
  await askAhead('One', 'query', { first: 1, after: null });
  expect(seenAhead('One', { after: null, first: 1 })).toEqual({ worklist: 1 });
  expect(seenAhead('One', { after: null, first: 1 })).toEqual({ worklist: 1 });
  expect(takenAhead('One', { after: null, first: 1 })).toEqual({ worklist: 1 });
  expect(takenAhead('One', { after: null, first: 1 })).toBeUndefined();
});

test('the client that asks the same gets the answer without the network, once', async () => {
  network.mockImplementation(() => says({ data: { worklist: 2 } }));
  await askAhead('Two', 'query', { first: 1 });
  expect(await (await asks('Two', { first: 1 })).json()).toEqual({ data: { worklist: 2 } });
  expect(network).toHaveBeenCalledTimes(1);
  await asks('Two', { first: 1 });
  expect(network).toHaveBeenCalledTimes(2);
});

test('another question goes to the network', async () => {
  network.mockImplementation(() => says({ data: { worklist: 3 } }));
  await askAhead('Three', 'query', { first: 1 });
  expect(seenAhead('Three', { first: 2 })).toBeUndefined();
  await asks('Three', { first: 2 });
  expect(network).toHaveBeenCalledTimes(2);
});

test('what the API refused is not shown ahead, and the client hears the refusal', async () => {
  network.mockReturnValueOnce(says({ data: null, errors: [{ message: 'no' }] }));
  expect(await askAhead('Four', 'query', {})).toBeUndefined();
  expect(seenAhead('Four', {})).toBeUndefined();
  expect(await (await asks('Four', {})).json()).toEqual({ data: null, errors: [{ message: 'no' }] });
});

test('a network that was away is asked again', async () => {
  network.mockReturnValueOnce(Promise.reject(new TypeError('away'))).mockReturnValueOnce(says({ data: { worklist: 5 } }));
  expect(await askAhead('Five', 'query', {})).toBeUndefined();
  expect(await (await asks('Five', {})).json()).toEqual({ data: { worklist: 5 } });
});
