import type { Domain } from '@perspectief/kernel';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';
import { said, type Bilingual, type DataOf } from './sentence.js';

type Words<Code extends string> = Readonly<Record<Code, Bilingual>>;

export const instrumentWords: Words<DataOf<'FreezeRequested'>['instrument']> = {
  standstill: said('een pauze met de schuldeisers', 'a standstill with the creditors'),
  'narrow-moratorium': said('een smal moratorium', 'a narrow moratorium'),
  'broad-moratorium': said('een breed moratorium', 'a broad moratorium'),
  'provisional-relief': said('een voorlopige voorziening', 'provisional relief'),
  'municipal-collection-stop': said('een stop op het innen door de gemeente', 'a stop on collection by the municipality'),
};

export const threatWords: Words<DataOf<'ThreatReported'>['threat']> = {
  eviction: said('uitzetting uit de woning', 'eviction from the home'),
  'energy-cutoff': said('afsluiting van gas of stroom', 'cut-off of gas or electricity'),
  'water-cutoff': said('afsluiting van het water', 'cut-off of the water'),
  'heat-cutoff': said('afsluiting van de warmte', 'cut-off of district heating'),
  'health-insurance-ending': said('het einde van de zorgverzekering', 'the end of the health insurance'),
};

export const applicationWords: Words<DataOf<'ApplicationReceived'>['kind']> = {
  'debt-help': said('hulp bij schulden', 'help with debts'),
  'support-report': said('hulp uit de Wmo (melding)', 'support under the Wmo (report)'),
  provision: said('een voorziening uit de Wmo', 'a provision under the Wmo'),
  'youth-provision': said('jeugdhulp', 'youth help'),
  'general-assistance': said('een uitkering', 'general assistance'),
  'special-assistance': said('bijzondere bijstand', 'special assistance'),
};

export const decisionWords: Words<DataOf<'ApplicationDecided'>['outcome']> = {
  granted: said('is toegekend', 'was granted'),
  'partly-granted': said('is voor een deel toegekend', 'was partly granted'),
  refused: said('is afgewezen', 'was refused'),
  withdrawn: said('is ingetrokken', 'was withdrawn'),
};

export const sourceWords: Words<DataOf<'TrajectoryOpened'>['source']> = {
  self: said('Het huishouden vroeg zelf om hulp.', 'The household asked for help itself.'),
  'early-signal': said('Er kwam een vroeg signaal over een achterstand.', 'An early signal of arrears came in.'),
  referral: said('Iemand anders verwees het huishouden door.', 'Somebody else referred the household.'),
  'street-approach': said('De coach sprak het huishouden zelf aan.', 'The coach approached the household.'),
};

export const methodWords: Words<DataOf<'BuyOutDrafted'>['method']> = {
  'settlement-credit': said('een saneringskrediet', 'a settlement credit'),
  'debt-mediation': said('schuldbemiddeling', 'debt mediation'),
  'buy-out-fund': said('een afkoop uit het fonds', 'a buy-out from the fund'),
  'zero-offer': said('een nulaanbod', 'a zero offer'),
};

export const breachWords: Words<DataOf<'FreezeBreached'>['what']> = {
  'current-costs-unpaid': said('De vaste lasten zijn niet betaald.', 'The current costs were not paid.'),
  'creditor-went-on': said('Een schuldeiser ging toch door met innen.', 'A creditor went on collecting.'),
  'new-debt': said('Er is een nieuwe schuld bij gekomen.', 'A new debt was made.'),
};

export const setbackWords: Words<DataOf<'SetbackReported'>['kind']> = {
  arrears: said('een nieuwe achterstand', 'new arrears'),
  income: said('een verandering in het inkomen', 'a change of income'),
  health: said('de gezondheid', 'health'),
  housing: said('het wonen', 'housing'),
  other: said('iets anders', 'something else'),
};

export const contactWords: Words<DataOf<'ContactLogged'>['kind']> = {
  call: said('telefonisch', 'by phone'),
  visit: said('met een bezoek', 'by a visit'),
  letter: said('met een brief', 'by letter'),
  message: said('met een bericht', 'by message'),
};

export const placeWords: Words<DataOf<'FirstConversationHeld'>['place']> = {
  home: said('thuis', 'at home'),
  office: said('op kantoor', 'at the office'),
  phone: said('aan de telefoon', 'on the phone'),
  online: said('online', 'online'),
};

export const domainWords: Words<Domain> = {
  jeugd: said('Jeugdwet', 'Youth Act'),
  wmo: said('Wmo', 'Wmo'),
  participatiewet: said('Participatiewet', 'Participation Act'),
  schuldhulp: said('schuldhulp', 'debt help'),
};

/** The creditor of a debt; a debt that was removed has none any more. */
export const creditorOf = ({ debts }: OpenedTrajectory, debtId: string): Bilingual => {
  const creditor = debts.debts.find((debt) => debt.debtId === debtId)?.creditor;
  return creditor ? said(creditor, creditor) : said('een schuldeiser', 'a creditor');
};

const definiteInstruments: typeof instrumentWords = {
  standstill: said('de pauze met de schuldeisers', 'the standstill with the creditors'),
  'narrow-moratorium': said('het smalle moratorium', 'the narrow moratorium'),
  'broad-moratorium': said('het brede moratorium', 'the broad moratorium'),
  'provisional-relief': said('de voorlopige voorziening', 'the provisional relief'),
  'municipal-collection-stop': said('de stop op het innen door de gemeente', 'the stop on collection by the municipality'),
};

/** The freeze by its instrument. */
export const freezeWords = ({ crisisFreeze }: OpenedTrajectory, freezeId: string): Bilingual => {
  const instrument = crisisFreeze.freezes.find((freeze) => freeze.freezeId === freezeId)?.instrument;
  return instrument ? definiteInstruments[instrument] : said('de rustperiode', 'the freeze');
};

type Application = OpenedTrajectory['intake']['applications'][number];

export const applicationOf = ({ intake }: OpenedTrajectory, applicationId: string): Application | undefined =>
  intake.applications.find((one) => one.applicationId === applicationId);

/** What an application is for. */
export const appliedFor = (page: OpenedTrajectory, applicationId: string): Bilingual => {
  const application = applicationOf(page, applicationId);
  return application ? applicationWords[application.kind] : said('hulp', 'help');
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
