import { lawWith } from '../parameters/law.js';
import { broadFreezeAgainFrom, freezeInstruments, latestFreezeEnd, under27ApplicationFrom } from './limits.js';

describe('how long a freeze may last', () => {
  it.each([
    ['narrow-moratorium', '2024-01-12', '2024-07-12', 'FR-MAX.narrow@2008-01-01'],
    ['broad-moratorium', '2024-08-31', '2025-02-28', 'FR-MAX.broad@2017-04-01'],
    ['standstill', '2025-01-31', '2025-09-30', 'FR-MAX.standstill@2008-01-01'],
  ] as const)('%s from %s ends on %s at the latest, weekend or not', (instrument, from, day, version) => {
    expect(latestFreezeEnd(instrument, from)).toMatchObject({ day, parameter: { version } });
  });

  it('has no maximum for the other instruments', () => {
    expect(freezeInstruments.filter((one) => !latestFreezeEnd(one, '2024-01-12'))).toEqual(['provisional-relief', 'municipal-collection-stop']);
  });

  it('follows another law', () => {
    const law = lawWith([{ key: 'standstill-maximum', value: 4, name: 'covenant' }]);
    expect(latestFreezeEnd('standstill', '2024-01-03', law)?.day).toBe('2024-05-03');
  });
});

it('a broad freeze may be asked for again after ten years, as unconfirmed law', () => {
  expect(broadFreezeAgainFrom('2024-01-12')).toMatchObject({ day: '2034-01-12', parameter: { id: 'FR-03', confidence: 'verify' } });
});

it('people under 27 apply four weeks after their report, also on a holiday', () => {
  expect(under27ApplicationFrom('2023-11-27')).toMatchObject({ day: '2023-12-25', parameter: { id: 'PW-03' } });
});
