import {
  ERASED,
  mapTexts,
  readSealed,
  sealedTexts,
  type AnyEvent,
  type KeyHolder,
  type Recorded,
  type Scope,
  type Unsealed,
  type Uuid,
} from '@perspectief/kernel';
import { Corrupt, type NewEvent } from '@perspectief/event-store';
import type { Codec } from '../codec.js';

/** Whose the personal data of these events are. */
export interface Whose {
  readonly stream: string;
  readonly householdId: Uuid | undefined;
  scopeOf(event: AnyEvent): Scope;
}

/** Events as the log keeps them: every personal text a token. One question to the keys for all of them. */
export const sealed = async (events: readonly NewEvent[], codec: Codec, keys: KeyHolder, { stream, householdId, scopeOf }: Whose): Promise<readonly NewEvent[]> => {
  const texts: Unsealed[] = [];
  for (const event of events)
    codec.mapPersonal(event, (text, path) => {
      if (householdId === undefined) throw new Corrupt(`${event.type} holds personal data of no household`);
      if (readSealed(text)) throw new Corrupt(`${event.type} would be sealed twice`);
      texts.push({ seal: { householdId, scope: scopeOf(event), stream, eventId: event.id, path }, text });
      return text;
    });
  if (texts.length === 0) return events;
  const tokens = (await keys.seal(texts)).values();
  return events.map((event) => ({ ...event, ...codec.mapPersonal(event, () => tokens.next().value as string) }));
};

/** Events as decisions read them. What nobody can read any more is marked. One question to the keys for all of them. */
export const opened = async (events: readonly Recorded[], keys: KeyHolder | undefined): Promise<readonly Recorded[]> => {
  const found = events.flatMap(({ data }) => sealedTexts(data));
  if (found.length === 0 || !keys) return events;
  const texts = (await keys.open(found)).values();
  return events.map((event) => ({ ...event, data: mapTexts(event.data, (text) => (readSealed(text) ? (texts.next().value ?? ERASED) : text)) }) as Recorded);
};
