/** What people of the demo say and owe. Everything is made up. */
export const wishes = [
  { wish: 'Weer rustig slapen en de post durven openen', lifeArea: 'finances' },
  { wish: 'Elke maand weten wat er overblijft', lifeArea: 'finances' },
  { wish: 'Meer uren werken', lifeArea: 'work-and-learning' },
  { wish: 'Een opleiding afmaken', lifeArea: 'work-and-learning' },
  { wish: 'In ons huis kunnen blijven', lifeArea: 'housing' },
  { wish: 'Een opgeruimd huis waar de kinderen vriendjes mogen vragen', lifeArea: 'housing' },
  { wish: 'Met de kinderen naar zwemles', lifeArea: 'parenting' },
  { wish: 'Minder ruzie thuis', lifeArea: 'home-relations' },
  { wish: 'Weer onder de mensen komen', lifeArea: 'social-network' },
  { wish: 'Sporten met de buurt', lifeArea: 'participation' },
  { wish: 'Minder piekeren', lifeArea: 'mental-health' },
] as const;

export const actions = [
  'Elke week samen de post',
  'Vaste lasten op een rij zetten',
  'Toeslagen nalopen',
  'Bellen met de woningcorporatie',
  'Kennismaken bij de buurtkamer',
  'Inschrijven bij het leerwerkbedrijf',
  'Aanmelden bij de sportclub',
] as const;

/** A wish of this week, and the one step that fulfils it. */
const errand = <const LifeArea extends string>(lifeArea: LifeArea, wish: string, what: string) => ({ lifeArea, wish, what });

export const errands = [
  errand('finances', 'De brief van deze week geregeld', 'Samen bellen over de brief'),
  errand('housing', 'Weten waar we aan toe zijn met de huur', 'Bellen met de woningcorporatie'),
  errand('finances', 'De toeslag klopt weer', 'Samen de toeslag aanpassen'),
  errand('participation', 'Naar de sportdag van school', 'Vervoer regelen met de buurman'),
] as const;

export const rewards = ['Taart bij de koffie', 'Samen naar de markt', 'Een middag zwemmen met de kinderen'] as const;

export const histories = [
  'Huurschuld na minder uren werk; de post bleef liggen.',
  'Na de scheiding liepen twee huren door en kwam er geen geld meer bij.',
  'De toeslag moest terug, en daarna ging alles schuiven.',
  'Ziek geworden, en het loon viel weg voordat de uitkering er was.',
  'Als kind al geleerd dat je rekeningen beter niet opent.',
  'Te veel gekocht op afbetaling toen de wasmachine stuk ging.',
] as const;

export const needs = [
  { domain: 'schuldhulp', description: 'Overzicht over inkomsten, uitgaven en schulden' },
  { domain: 'wmo', description: 'Hulp bij het op orde houden van het huis' },
  { domain: 'jeugd', description: 'Huiswerkbegeleiding voor het oudste kind' },
  { domain: 'participatiewet', description: 'Bijzondere kosten die niet uit het inkomen kunnen' },
] as const;

interface Creditor {
  readonly creditor: string;
  readonly kind: 'housing' | 'utilities' | 'care' | 'public' | 'other';
  readonly rank: 'preferential' | 'concurrent';
  /** Lowest and highest claim, in whole euros. */
  readonly claim: readonly [number, number];
}

export const landlord: Creditor = { creditor: 'woningcorporatie', kind: 'housing', rank: 'concurrent', claim: [1_400, 5_200] };

export const creditors: readonly Creditor[] = [
  { creditor: 'energieleverancier', kind: 'utilities', rank: 'concurrent', claim: [480, 2_900] },
  { creditor: 'waterbedrijf', kind: 'utilities', rank: 'concurrent', claim: [90, 420] },
  { creditor: 'zorgverzekeraar', kind: 'care', rank: 'concurrent', claim: [380, 1_900] },
  { creditor: 'gemeente, terugvordering bijstand', kind: 'public', rank: 'preferential', claim: [700, 3_600] },
  { creditor: 'Belastingdienst', kind: 'public', rank: 'preferential', claim: [450, 4_100] },
  { creditor: 'webwinkel via incassobureau', kind: 'other', rank: 'concurrent', claim: [260, 2_300] },
  { creditor: 'telecomaanbieder', kind: 'other', rank: 'concurrent', claim: [180, 1_150] },
  { creditor: 'krediet bij een bank', kind: 'other', rank: 'concurrent', claim: [1_200, 9_500] },
  { creditor: 'postorderbedrijf', kind: 'other', rank: 'concurrent', claim: [340, 2_700] },
  { creditor: 'kinderopvang', kind: 'other', rank: 'concurrent', claim: [400, 1_800] },
];

export const outsideTheOffer: readonly Creditor[] = [
  { creditor: 'CJIB', kind: 'public', rank: 'concurrent', claim: [150, 900] },
  { creditor: 'DUO', kind: 'public', rank: 'concurrent', claim: [3_000, 14_000] },
];

export const bottlenecks = [
  { rule: 'strafrechtelijke boete', organisation: 'CJIB', description: 'Boete van de overheid blijft buiten de kwijting' },
  { rule: 'termijn tussen betekening en zitting', organisation: 'rechtbank', description: 'Te weinig weken om budgetbeheer te starten' },
  { rule: 'terugvordering toeslag', organisation: 'Dienst Toeslagen', description: 'Terugvordering en nieuwe toeslag lopen door elkaar' },
  { rule: 'toon van brieven', organisation: 'gemeente', description: 'Brief over de aanvraag was niet te volgen' },
] as const;

export const refusals = ['meer draagkracht verwacht', 'wil eerst bewijs van inkomen', 'regelt niet onder de helft'] as const;
