import { faultsInSentences } from '../testing/index.js';
import { wireSentences } from '../errors/broken-wire.js';
import { edgeSentences, inputSentences, RefusalCode, registerSentences, sentenceOf, withFacts } from './index.js';

describe('sentences', () => {
  test('of the edge are plain and whole', () => {
    expect(faultsInSentences(edgeSentences)).toEqual([]);
    expect(faultsInSentences(inputSentences)).toEqual([]);
    expect(faultsInSentences(wireSentences)).toEqual([]);
  });

  test('faults are found', () => {
    const long = `${'woord '.repeat(26).trim()}.`;
    expect(faultsInSentences({ A: { nl: '', en: 'No end' } })).toHaveLength(2);
    expect(faultsInSentences({ A: { nl: long, en: 'The {colour}.' } })).toHaveLength(3);
  });

  test('hold the facts of the refusal', () => {
    expect(withFacts({ nl: 'Nog {available} over.', en: '{available} left.' }, { available: '12.50' })).toEqual({ nl: 'Nog 12.50 over.', en: '12.50 left.' });
    expect(withFacts({ nl: 'Nog {available} over.', en: '{available} left.' })).toEqual({ nl: 'Nog … over.', en: '… left.' });
  });

  test('wrong input is told by the rule that it broke', () => {
    expect(sentenceOf({ code: 'INVALID_INPUT', field: 'claim', facts: { rule: 'isAmount' } }).nl).toContain('1234.50');
    expect(sentenceOf({ code: 'INVALID_INPUT', field: 'commandId' }).en).toContain('UUID');
    expect(sentenceOf({ code: 'INVALID_INPUT', field: 'happenedOn' }).en).toContain('2024-01-31');
    expect(sentenceOf({ code: 'INVALID_INPUT', field: 'x', facts: { rule: 'new' } })).toEqual(edgeSentences.INVALID_INPUT);
  });

  test('a registered code is a value of the schema\'s enum; who shares it says the same', () => {
    const pair = { nl: 'Dit.', en: 'This.' };
    registerSentences({ JAR_FULL: pair });
    registerSentences({ JAR_FULL: { ...pair } });
    expect(() => registerSentences({ JAR_FULL: { nl: 'Dat.', en: 'That.' } })).toThrow('two sentences say JAR_FULL');
    expect(RefusalCode).toHaveProperty('JAR_FULL', 'JAR_FULL');
    expect(sentenceOf({ code: 'JAR_FULL' })).toEqual(pair);
    expect(() => sentenceOf({ code: 'NOBODY_SAID_THIS' })).toThrow('no sentence says NOBODY_SAID_THIS');
  });
});
