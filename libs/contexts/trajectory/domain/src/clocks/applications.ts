import type { BusinessDate } from '@perspectief/kernel';
import { termEnd, type Law, type Term as Length } from '@perspectief/law';
import type { Application } from '../intake/applications/state.js';
import { decisionTerm, investigationTerm } from '../intake/applications/terms.js';
import { conversationAbout } from '../intake/conversations.js';
import type { IntakeState } from '../intake/state.js';
import type { Counted, Term } from './clock.js';

const decidedOn = (application: Application): BusinessDate | undefined =>
  application.phase === 'decided' ? application.decidedOn : undefined;

/** WG-01: nobody waits for the conversation about what was decided or taken back. */
const firstConversation = (application: Application, intake: IntakeState): readonly Counted[] =>
  application.kind === 'debt-help'
    ? [
        {
          about: { application: application.applicationId },
          term: {
            rule: 'wgs-first-conversation',
            startedOn: application.receivedOn,
            metOn: conversationAbout(intake, application.applicationId)?.on,
          },
          lapsedOn: decidedOn(application),
        },
      ]
    : [];

/** WM-01 and WM-02: the plan of the household itself is welcome until the investigation is done. */
const afterReport = (application: Application): readonly Counted[] => {
  const { applicationId, receivedOn, investigation } = application;
  if (investigation.phase === 'none') return [];
  const about = { application: applicationId };
  const investigatedOn = investigation.phase === 'completed' ? investigation.completedOn : undefined;
  return [
    { about, term: investigationTerm(application), lapsedOn: decidedOn(application) },
    { about, term: { rule: 'wmo-personal-plan', startedOn: receivedOn }, lapsedOn: investigatedOn ?? decidedOn(application) },
  ];
};

const decision = (application: Application, intake: IntakeState): readonly Counted[] => {
  const term = decisionTerm(application, intake);
  return term ? [{ about: { application: application.applicationId }, term }] : [];
};

/** The next term is counted from the end of this one as counted, not as moved. */
const countedEnd = ({ startedOn }: Term, law: Law): BusinessDate => {
  const { unit, value } = law.parameter('advance-term', startedOn);
  return termEnd(startedOn, { [unit]: value } as Length, { atwApplies: false, law });
};

/** PW-02: an advance within the term, and again each such term, until there is a decision. */
const advances = (application: Application, law: Law): readonly Counted[] => {
  if (application.kind !== 'general-assistance') return [];
  const counted: Counted[] = [];
  let startedOn = application.receivedOn;
  const paid = application.advances.map(({ paidOn }) => paidOn).sort();
  for (const metOn of [...paid, undefined]) {
    const term: Term = { rule: 'pw-advance', startedOn, metOn };
    counted.push({ about: { application: application.applicationId }, term, lapsedOn: decidedOn(application) });
    startedOn = countedEnd(term, law);
  }
  const decided = decidedOn(application);
  return counted.filter(({ term }) => term.metOn !== undefined || decided === undefined || term.startedOn < decided);
};

export const applicationClocks = (intake: IntakeState, law: Law): readonly Counted[] =>
  intake.applications.flatMap((application) => [
    ...firstConversation(application, intake),
    ...afterReport(application),
    ...decision(application, intake),
    ...advances(application, law),
  ]);

/** AW-05: the household may object to any decision, also when the trajectory is over; not to what it took back itself. */
export const objectionClocks = ({ applications }: IntakeState): readonly Counted[] =>
  applications.flatMap((application) =>
    application.phase === 'decided' && application.outcome !== 'withdrawn'
      ? [
          {
            about: { application: application.applicationId },
            term: { rule: 'objection', law: application.law, startedOn: application.decidedOn },
          },
        ]
      : [],
  );
