import type { KnownStudy } from '@perspectief/evaluation-records';
import type { Study, StudyCohort, StudyStep } from './study.shown.js';

const cohortsOf = ({ state, history }: KnownStudy): StudyCohort[] =>
  history.flatMap((event) => {
    if (event.type !== 'CohortFrozen') return [];
    const { cohortId, version, cutOn, members } = event.data;
    const released = state.cohorts.find((one) => one.cohortId === cohortId)?.released ?? [];
    return [{ id: cohortId, version, cutOn, frozenAt: event.recordedAt, members, released: [...released] }];
  });

const stepOf = ({ type, recordedAt, actor }: KnownStudy['history'][number]): StudyStep => ({ event: type, at: recordedAt, by: actor.id, role: actor.role });

export const studyShown = (study: KnownStudy): Study => {
  const { id, phase, version, hash, card, authors, datasets } = study.state;
  return {
    id, phase, version, hash, card: card as unknown as Study['card'], authors: [...authors], cohorts: cohortsOf(study), dataSets: datasets.length,
    history: study.history.map(stepOf).reverse(),
  };
};

/** GraphQL says null for what is not there; a card says nothing. */
export const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (part === null || part === undefined ? [] : [[key, withoutNulls(part)]])));
};
