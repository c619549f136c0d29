import { CommandReused } from '../errors.js';
import type { Given } from './contract.js';
import { aCommand, aRequest, aStream, anEvent } from './samples.js';

const REFUSED = { code: 'BUDGET_EXCEEDED', field: 'amount', facts: { available: 12_050, year: 2024 } } as const;

export const commands = (given: Given): void => {
  describe('a command sent twice is one command', () => {
    test('the second sending hears the first outcome, and writes nothing', async () => {
      const request = aRequest(aStream(), [anEvent(), anEvent()], { expected: 'none' });
      const first = await given().append(request);
      const second = await given().append(request);
      expect(first.repeated).toBe(false);
      expect(second).toEqual({ outcome: first.outcome, repeated: true });
      expect(await given().readStream(request.stream)).toHaveLength(2);
    });

    test('it hears it also when the stream has grown since, and the expectation no longer holds', async () => {
      const request = aRequest(aStream(), [anEvent()], { expected: 'none' });
      const first = await given().append(request);
      await given().append(aRequest(request.stream, [anEvent(), anEvent()]));
      expect(await given().append(request)).toEqual({ outcome: first.outcome, repeated: true });
    });

    test('that it changed nothing is an outcome too', async () => {
      const stream = aStream();
      await given().append(aRequest(stream));
      const request = aRequest(stream, []);
      const outcome = { accepted: { version: 1, positions: [] } };
      expect(await given().append(request)).toEqual({ outcome, repeated: false });
      await given().append(aRequest(stream));
      expect(await given().append({ ...request, events: [anEvent()] })).toEqual({ outcome, repeated: true });
      expect(await given().readStream(stream)).toHaveLength(2);
    });

    test('that it changed nothing in a stream that is not there is an outcome too', async () => {
      const request = aRequest(aStream(), []);
      const outcome = { accepted: { version: 0, positions: [] } };
      expect(await given().append(request)).toEqual({ outcome, repeated: false });
      expect(await given().outcomeOf(request.command)).toEqual(outcome);
    });

    test('a refusal is remembered, with its field and facts', async () => {
      const [command, stream] = [aCommand(), aStream()];
      expect(await given().remember(command, stream, REFUSED)).toEqual({ outcome: { refused: REFUSED }, repeated: false });
      expect(await given().remember(command, stream, { code: 'OUT_OF_ORDER' })).toEqual({ outcome: { refused: REFUSED }, repeated: true });
      expect(await given().append(aRequest(stream, [anEvent()], { command }))).toEqual({ outcome: { refused: REFUSED }, repeated: true });
      expect(await given().readStream(stream)).toEqual([]);
    });

    test('what was accepted is not refused afterwards', async () => {
      const request = aRequest(aStream());
      const { outcome } = await given().append(request);
      expect(await given().remember(request.command, request.stream, REFUSED)).toEqual({ outcome, repeated: true });
    });

    test('the outcome can be asked for, and an unknown command has none', async () => {
      const request = aRequest(aStream());
      const { outcome } = await given().append(request);
      expect(await given().outcomeOf(request.command)).toEqual(outcome);
      expect(await given().outcomeOf(aCommand())).toBeUndefined();
    });

    test('the same id with another body is refused, whatever the first outcome was', async () => {
      const [accepted, refused] = [aRequest(aStream()), aRequest(aStream())];
      await given().append(accepted);
      await given().remember(refused.command, refused.stream, REFUSED);
      for (const { stream, command } of [accepted, refused]) {
        const other = { id: command.id, hash: 'another digest' };
        await expect(given().append(aRequest(stream, [anEvent()], { command: other }))).rejects.toBeInstanceOf(CommandReused);
        await expect(given().remember(other, stream, REFUSED)).rejects.toBeInstanceOf(CommandReused);
        await expect(given().outcomeOf(other)).rejects.toBeInstanceOf(CommandReused);
      }
    });

    test('the same id for another stream is refused', async () => {
      const { stream, command } = aRequest(aStream());
      await given().append(aRequest(stream, [anEvent()], { command }));
      const elsewhere = aStream();
      await expect(given().append(aRequest(elsewhere, [anEvent()], { command }))).rejects.toBeInstanceOf(CommandReused);
      await expect(given().remember(command, elsewhere, REFUSED)).rejects.toBeInstanceOf(CommandReused);
      expect(await given().readStream(elsewhere)).toEqual([]);
    });
  });
};
