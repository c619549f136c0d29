/** Who may work with the platform, and as what. */
export const roles = [
  'neighbourhood-coach',
  'debt-counsellor',
  'experience-expert',
  'budget-holder',
  'household-member',
  'evaluator',
  'microdata-evaluator',
  'administrator',
  'privacy-officer',
] as const;
export type Role = (typeof roles)[number];

/** How an experience expert learned the trade (lived, trained, certified, degree). */
export const qualifications = ['lived', 'trained', 'certified', 'degree'] as const;
export type Qualification = (typeof qualifications)[number];
