import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problems } from './problems';

/** Whether all that is wrong is said: not before somebody tried to send. Until then what was typed wrong is said, and what is not typed yet is not. */
export const SayAll = createContext(false);

const NOT_YET: ReadonlySet<string> = new Set(['text', 'chooseEvent', 'chooseAttribute', 'values', 'name', 'one', 'condition']);

/** The sentence about a field, once it is to be said. */
export const useProblem = (problems: Problems): ((field: string) => string | undefined) => {
  const { t } = useTranslation('studies');
  const all = useContext(SayAll);
  return (field) => {
    const problem = problems[field];
    return problem !== undefined && (all || !NOT_YET.has(problem)) ? t(`draft.problems.${problem}`) : undefined;
  };
};
