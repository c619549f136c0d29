import { CorruptSeal, deriveId, ERASED, HouseholdKeysDestroyed, readSealed, type Sealed, type Unsealed } from '@perspectief/kernel';
import { Keys } from '../key-holder.js';
import { PersonalData } from '../personal-data.js';
import { openKeys, type OpenKeys } from '../testing/open-keys.js';
import { keysInMemory, throwAwayKeys, withNewKey, type KeyRing } from './key-ring.js';
import { UnknownMasterKey, type MasterKeys } from './master-keys.js';
import { forgetOldMasters, keyStatus, rewrapAll } from './rotation.js';

let side: OpenKeys;
beforeEach(async () => {
  side = await openKeys();
});
afterEach(() => side.close());

const family = deriveId('family');
const about = (text: string, scope: Unsealed['seal']['scope'] = 'common', householdId = family): Unsealed => ({
  seal: { householdId, scope, stream: `household-${householdId}`, eventId: deriveId('event', text), path: 'name' },
  text,
});
const tokenOf = async (keys: Keys, text: Unsealed): Promise<Sealed> => readSealed((await keys.seal([text]))[0] ?? '') as Sealed;
const all = () => true;

test('a text is sealed under a key that the database holds closed, and opened by another process', async () => {
  const sealed = await (await side.holder()).seal([about('Anna'), about('Bram', 'jeugd'), about('Anna')]);
  expect(sealed.join()).not.toMatch(/Anna|Bram/);
  expect(new Set(sealed).size).toBe(3);
  expect(await (await side.holder()).open(sealed.map((token) => readSealed(token) as Sealed))).toEqual(['Anna', 'Bram', 'Anna']);
});

test('a digest is the same in every process of an installation, and in no other', async () => {
  const elsewhere = await openKeys();
  const digests = await Promise.all([side, side, elsewhere].map(async (opened) => (await opened.holder()).digest('123456782')));
  await elsewhere.close();
  expect(digests[0]).toBe(digests[1]);
  expect(digests[0]).not.toBe(digests[2]);
});

test('twenty holders that want the first key of a household at once get one key', async () => {
  const holders = await Promise.all(Array.from({ length: 20 }, () => side.holder()));
  const sealed = (await Promise.all(holders.map((keys, n) => keys.seal([about(`text ${n}`)])))).flat();
  expect(await side.database.query(`select count(*)::int as n from access.data_keys`)).toEqual([{ n: 1 }]);
  expect(await (await side.holder()).open(sealed.map((token) => readSealed(token) as Sealed))).toEqual(sealed.map((_, n) => `text ${n}`));
});

describe('a destroyed key', () => {
  test('opens nothing any more, and an erased household is written about no more', async () => {
    const keys = await side.holder();
    const token = (await keys.seal([about('Anna')]))[0];
    expect(await side.destroy(family, null, deriveId('erased'))).toEqual([{ destroyed: 1 }]);
    keys.forget();
    expect(await new PersonalData(keys).open({ name: token }, all)).toEqual({ name: ERASED });
    await expect(keys.seal([about('Bram')])).rejects.toBeInstanceOf(HouseholdKeysDestroyed);
    await expect(keys.seal([about('Bram', 'wmo')])).rejects.toBeInstanceOf(HouseholdKeysDestroyed);
    expect(await keys.isErased(family)).toBe(true);
    expect(await keys.isErased(deriveId('others'))).toBe(false);
  });

  test('of one law takes that law alone, and what is written later has a key of its own', async () => {
    const keys = await side.holder();
    const [name, debt] = [await tokenOf(keys, about('Anna')), await tokenOf(keys, about('Bank', 'schuldhulp'))];
    await side.destroy(family, 'schuldhulp', deriveId('debts'));
    keys.forget();
    const later = await tokenOf(keys, about('Bank again', 'schuldhulp'));
    expect(await keys.open([name, debt, later])).toEqual(['Anna', undefined, 'Bank again']);
    expect(later.seal.generation).toBe(2);
  });

  test('never comes back, whoever asks', async () => {
    await (await side.holder()).seal([about('Anna')]);
    await side.destroy(family, null, deriveId('erased'));
    for (const sql of [
      `update access.data_keys set wrapped = '\\x00', master_id = 'x', destroyed_at = null`,
      `update access.data_keys set destroyed_at = null, wrapped = '\\x00', master_id = 'm'`,
      `delete from access.data_keys`,
      `truncate access.data_keys`,
    ])
      await expect(side.database.query(sql)).rejects.toThrow(/destroyed|one by one/);
    expect(await side.database.query(`select wrapped from access.data_keys`)).toEqual([{ wrapped: null }]);
  });

  test('is destroyed once, however often it is asked for', async () => {
    await (await side.holder()).seal([about('Anna')]);
    const twice = await Promise.all([side.destroy(family, null, deriveId('erased')), side.destroy(family, null, deriveId('erased'))]);
    expect(twice.flat().map(({ destroyed }) => destroyed).sort()).toEqual([0, 1]);
  });

  test('and a key that is made at the same moment: none lives afterwards', async () => {
    const keys = await side.holder();
    const making = Array.from({ length: 8 }, async (_, n) => keys.seal([about(`text ${n}`, (['common', 'wmo', 'jeugd', 'tandem'] as const)[n % 4])]).catch(() => undefined));
    await Promise.all([...making, side.destroy(family, null, deriveId('erased'))]);
    expect(await side.database.query(`select count(*)::int as living from access.data_keys where destroyed_at is null`)).toEqual([{ living: 0 }]);
  });

  test('while others read: each reads the text or that it is gone, never an error', async () => {
    const keys = await side.holder();
    const token = await tokenOf(keys, about('Anna'));
    const reading = Array.from({ length: 40 }, async (_, n) => {
      if (n % 3 === 0) keys.forget();
      return (await keys.open([token]))[0];
    });
    const [, ...read] = await Promise.all([side.destroy(family, null, deriveId('erased')), ...reading]);
    expect(read.filter((text) => text !== 'Anna' && text !== undefined)).toEqual([]);
    keys.forget();
    expect(await keys.open([token])).toEqual([undefined]);
  });
});

describe('what was tampered with is never opened', () => {
  const other = (sealed: Sealed, seal: Partial<Sealed['seal']>): Sealed => {
    const changed = { ...sealed.seal, ...seal };
    const { householdId, scope, generation, stream, eventId, path } = changed;
    return { ...sealed, seal: changed, head: ['e1', householdId, scope, generation, stream, eventId, path].join('.') };
  };
  const flipped = ({ box, ...sealed }: Sealed, at: number): Sealed => {
    const bytes = Buffer.from(box, 'base64url');
    bytes[at < 0 ? bytes.length + at : at] = (bytes[at < 0 ? bytes.length + at : at] as number) ^ 1;
    return { ...sealed, box: bytes.toString('base64url') };
  };
  const neighbours = deriveId('neighbours');
  test.each<[string, (sealed: Sealed) => Sealed]>([
    ['a bit of the nonce', (sealed) => flipped(sealed, 0)],
    ['a bit of the text', (sealed) => flipped(sealed, 12)],
    ['a bit of the tag', (sealed) => flipped(sealed, -1)],
    ['half of it', (sealed) => ({ ...sealed, box: sealed.box.slice(0, 20) })],
    ['the event', (sealed) => other(sealed, { eventId: deriveId('another') })],
    ['the field', (sealed) => other(sealed, { path: 'address' })],
    ['the stream', (sealed) => other(sealed, { stream: `household-${neighbours}` })],
    ['the household', (sealed) => other(sealed, { householdId: neighbours })],
    ['the scope', (sealed) => other(sealed, { scope: 'wmo' })],
    ['the generation', (sealed) => other(sealed, { generation: 2 })],
  ])('%s', async (_, change) => {
    const keys = await side.holder();
    await keys.seal([about('x', 'wmo'), about('x', 'common', neighbours)]);
    const changed = change(await tokenOf(keys, about('Anna')));
    const failure = await keys.open([changed]).then(() => undefined, (error: unknown) => error);
    expect(failure).toBeInstanceOf(CorruptSeal);
    expect(String(failure)).not.toContain('Anna');
  });

  test('a wrapped key that was put in the place of another', async () => {
    const keys = await side.holder();
    const token = await tokenOf(keys, about('Anna'));
    await keys.seal([about('x', 'common', neighbours)]);
    await side.database.query(`update access.data_keys a set wrapped = b.wrapped from access.data_keys b where a.household_id = $1 and b.household_id = $2`, [family, neighbours]);
    await expect((await side.holder()).open([token])).rejects.toBeInstanceOf(CorruptSeal);
  });
});

describe('master keys', () => {
  const ringOf = async (n: number): Promise<KeyRing> => Array.from({ length: n }).reduce<KeyRing>((ring) => withNewKey(ring, new Date()), new Map());

  test('of a key service are asked once for each data key, not for each text', async () => {
    const asked: string[] = [];
    const service: MasterKeys = {
      ids: () => side.masters.ids(),
      wrap: (name, key) => (asked.push(`wrap ${name}`), side.masters.wrap(name, key)),
      unwrap: (name, wrapped) => (asked.push(`unwrap ${name}`), side.masters.unwrap(name, wrapped)),
    };
    const keys = await side.holder(service);
    asked.length = 0;
    const sealed = await keys.seal(Array.from({ length: 50 }, (_, n) => about(`text ${n}`)));
    await keys.open(sealed.map((token) => readSealed(token) as Sealed));
    expect(asked).toEqual([`wrap ${family}.common.1`, `unwrap ${family}.common.1`]);
  });

  test('of another installation are refused before anything is written with them', async () => {
    await (await side.holder()).seal([about('Anna')]);
    await expect(side.holder(throwAwayKeys())).rejects.toBeInstanceOf(UnknownMasterKey);
  });

  test('a new one takes over all keys while others go on writing, and the old one can go', async () => {
    const ring = await ringOf(2);
    const [first] = [...ring];
    const old = keysInMemory(new Map([first as [string, Uint8Array]]));
    const both = keysInMemory(ring);
    const writer = await side.holder(old);
    const households = Array.from({ length: 520 }, (_, n) => deriveId('household', n));
    const texts = households.map((id, n) => about(`text ${n}`, 'common', id));
    const sealed = await writer.seal(texts);
    const seen: number[] = [];
    const [done] = await Promise.all([rewrapAll(side.database, both, (count) => seen.push(count)), (await side.holder(both)).seal([about('meanwhile')])]);
    expect(done).toBe(520);
    expect(seen).toEqual([500, 520]);
    expect(await rewrapAll(side.database, both)).toBe(0);
    const [newest] = [...ring.entries()].slice(-1);
    expect(await forgetOldMasters(side.database, both)).toEqual([first?.[0]]);
    const left = keysInMemory(new Map([newest as [string, Uint8Array]]));
    expect(await (await side.holder(left)).open(sealed.map((token) => readSealed(token) as Sealed))).toEqual(texts.map(({ text }) => text));
    expect((await keyStatus(side.database, left)).masters.filter(({ wraps }) => wraps > 0)).toMatchObject([{ here: true, newest: true, wraps: 522 }]);
  });

  test('that still wrap something stay; one that went makes no key any more', async () => {
    const ring = await ringOf(2);
    const old = keysInMemory(new Map([[...ring][0] as [string, Uint8Array]]));
    const both = keysInMemory(ring);
    const writer = await side.holder(old);
    await writer.seal([about('Anna')]);
    expect(await forgetOldMasters(side.database, both)).toBeUndefined();
    await rewrapAll(side.database, both);
    await forgetOldMasters(side.database, both);
    await expect(writer.seal([about('Bram', 'wmo')])).rejects.toThrow('no data key could be made');
  });
});
