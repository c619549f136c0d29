/** What coaches buy for households: fictional, in whole euros, and split as the laws would. */
export interface Purchase {
  readonly purpose: string;
  readonly payee: string;
  readonly lifeArea: string;
  readonly euros: readonly [low: number, high: number];
  readonly split?: Readonly<Record<string, number>>;
}

export const purchases: readonly Purchase[] = [
  { purpose: 'Wasmachine', payee: 'witgoedwinkel', lifeArea: 'daily-life', euros: [329, 449], split: { participatiewet: 100 } },
  { purpose: 'Koelkast', payee: 'witgoedwinkel', lifeArea: 'daily-life', euros: [219, 389], split: { participatiewet: 100 } },
  { purpose: 'Huiswerkklas en zwemles', payee: 'huiswerkinstituut', lifeArea: 'work-and-learning', euros: [180, 560], split: { jeugd: 60, participatiewet: 40 } },
  { purpose: 'Laptop voor school', payee: 'computerwinkel', lifeArea: 'work-and-learning', euros: [279, 399], split: { jeugd: 100 } },
  { purpose: 'Fiets voor werk', payee: 'fietsenmaker', lifeArea: 'work-and-learning', euros: [150, 420], split: { participatiewet: 100 } },
  { purpose: 'Rijlessen voor een baan', payee: 'rijschool', lifeArea: 'work-and-learning', euros: [650, 980], split: { participatiewet: 80, wmo: 20 } },
  { purpose: 'Opruimhulp', payee: 'opruimcoach', lifeArea: 'housing', euros: [240, 480], split: { wmo: 100 } },
  { purpose: 'Eerste huur', payee: 'woningcorporatie', lifeArea: 'housing', euros: [410, 780], split: { schuldhulp: 100 } },
  { purpose: 'Bed en matras', payee: 'beddenwinkel', lifeArea: 'housing', euros: [190, 340], split: { jeugd: 50, wmo: 50 } },
  { purpose: 'Nabetaling energie', payee: 'energieleverancier', lifeArea: 'finances', euros: [120, 390], split: { schuldhulp: 100 } },
  { purpose: 'Reiskosten taalcursus', payee: 'vervoerder', lifeArea: 'work-and-learning', euros: [40, 120] },
  { purpose: 'Sportcontributie', payee: 'sportvereniging', lifeArea: 'participation', euros: [60, 140], split: { jeugd: 100 } },
  { purpose: 'Oppas tijdens therapie', payee: 'oppascentrale', lifeArea: 'mental-health', euros: [90, 260], split: { jeugd: 50, wmo: 50 } },
];

export const emergencies: readonly Purchase[] = [
  { purpose: 'Twee nachten opvang', payee: 'hotel', lifeArea: 'housing', euros: [260, 390], split: { wmo: 100 } },
  { purpose: 'Afsluiting energie voorkomen', payee: 'energieleverancier', lifeArea: 'finances', euros: [255, 395], split: { schuldhulp: 100 } },
];

export const reasons = [
  { legitimate: 'past binnen het doel van de wet', committed: 'eigen wens van het gezin', returns: 'voorkomt duurdere hulp', regularRouteRuledOut: 'bijzondere bijstand duurt te lang' },
  { legitimate: 'meedoen is het doel van de wet', committed: 'het gezin betaalt een deel zelf', returns: 'houdt werk of school mogelijk', regularRouteRuledOut: 'geen andere regeling past' },
  { legitimate: 'zelfredzaamheid is het doel van de wet', committed: 'staat in het eigen plan', returns: 'rust in huis, minder meldingen', regularRouteRuledOut: 'al afgewezen bij het loket' },
] as const;

export const questions = [
  { question: 'Kan dit tweedehands?', answer: 'De kringloop had er geen; dit is het goedkoopste model.' },
  { question: 'Waarom niet via de bijzondere bijstand?', answer: 'Die aanvraag loopt al zes weken.' },
] as const;
