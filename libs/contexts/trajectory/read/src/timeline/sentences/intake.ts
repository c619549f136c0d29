import { dayInWords, said, saying, withAmount, type EventType, type Sentences } from '../sentence.js';
import { appliedFor, applicationWords, decisionWords, placeWords, sourceWords } from '../words.js';

export const intakeSentences = {
  TrajectoryOpened: ({ data }) => {
    const why = sourceWords[data.source];
    return said(`De hulp begon. ${why.nl}`, `Support began. ${why.en}`);
  },
  TrajectoryClosed: saying('De hulp is gestopt.', 'The trajectory ended.'),
  CoachAssigned: saying('Een coach werd het vaste gezicht voor het huishouden.', 'A coach became the regular contact of the household.'),
  ApplicationReceived: ({ data }) => {
    const what = applicationWords[data.kind];
    return said(`De gemeente kreeg een aanvraag voor ${what.nl}.`, `The municipality received an application for ${what.en}.`);
  },
  ClockSuspended: ({ data }, page) => {
    const what = appliedFor(page, data.applicationId);
    const from = dayInWords(data.from);
    return said(
      `De termijn voor ${what.nl} staat stil vanaf de dag na ${from.nl}.`,
      `The term for ${what.en} stands still from the day after ${from.en}.`,
    );
  },
  ClockResumed: ({ data }, page) => {
    const what = appliedFor(page, data.applicationId);
    const on = dayInWords(data.on);
    return said(`De termijn voor ${what.nl} loopt weer vanaf ${on.nl}.`, `The term for ${what.en} runs again from ${on.en}.`);
  },
  ApplicationDecided: ({ data }, page) => {
    const what = appliedFor(page, data.applicationId);
    const how = decisionWords[data.outcome];
    return said(`De aanvraag voor ${what.nl} ${how.nl}.`, `The application for ${what.en} ${how.en}.`);
  },
  InvestigationCompleted: saying('Het onderzoek na de melding is klaar.', 'The investigation after the report is done.'),
  TermExtended: ({ data }) => {
    const due = dayInWords(data.newDue);
    return said(`Het besluit komt later: uiterlijk ${due.nl}.`, `The decision comes later: by ${due.en} at the latest.`);
  },
  AdvancePaid: ({ data }) => withAmount('Er is een voorschot van {} betaald.', 'An advance of {} was paid.', data.amount),
  FirstConversationHeld: ({ data }) => {
    const where = placeWords[data.place];
    return said(`Het eerste gesprek was ${where.nl}.`, `The first conversation was held ${where.en}.`);
  },
  IntakeCompleted: saying('De start is afgerond. Vanaf nu geldt het plan.', 'The intake is done. From now on the plan holds.'),
} satisfies Partial<Sentences<EventType>>;
