import { dayInWords, said, saying, type EventType, type Sentences } from '../sentence.js';
import { domainWords } from '../words.js';

export const planSentences = {
  NeedIdentified: ({ data }) => {
    const law = domainWords[data.domain];
    return said(`Er is hulp nodig vanuit de ${law.nl}.`, `Help is needed under the ${law.en}.`);
  },
  GoalSet: ({ data }) => {
    const on = dayInWords(data.targetDate);
    return said(`Een nieuw doel: ${data.wish} (uiterlijk ${on.nl}).`, `A new goal: ${data.wish} (by ${on.en}).`);
  },
  ActionPlanned: ({ data }) => {
    const on = dayInWords(data.dueOn);
    return said(`Een nieuwe stap: ${data.what} (uiterlijk ${on.nl}).`, `A new step: ${data.what} (by ${on.en}).`);
  },
  ActionCompleted: ({ data }, { plan }) => {
    const what = plan.actions.find(({ actionId }) => actionId === data.actionId)?.what;
    return what ? said(`Deze stap is gezet: ${what}.`, `This step was taken: ${what}.`) : said('Een stap is gezet.', 'A step was taken.');
  },
  StepRewarded: ({ data }) => said(`Een stap is beloond: ${data.what}.`, `A step was rewarded: ${data.what}.`),
  GoalReached: ({ data }, { plan }) => {
    const wish = plan.goals.find(({ goalId }) => goalId === data.goalId)?.wish;
    return wish ? said(`Dit doel is bereikt: ${wish}.`, `This goal was reached: ${wish}.`) : said('Een doel is bereikt.', 'A goal was reached.');
  },
  GoalDropped: saying('Het huishouden liet een doel los.', 'The household let go of a goal.'),
  PlanAgreed: ({ data }) =>
    said(
      `Huishouden en coach zijn het eens over het plan (versie ${data.version}).`,
      `Household and coach agreed on the plan (version ${data.version}).`,
    ),
} satisfies Partial<Sentences<EventType>>;
