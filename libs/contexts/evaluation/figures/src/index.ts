export { drawFigure, type StudyMaterial } from './draw.js';
export type { Content, Figure, Part, SafeNumber, Unit } from './figure.js';
export { letFigureOut, type LetFigure, type ShownPart } from './let-out.js';
export { figureKinds, misfitOf, releaseKindOf, ruleSetNames, specKey, usualFigures, type FigureKind, type FigureSpec, type RuleSetName } from './spec.js';
export { groupings, type CaseSpell, type Grouping, type StudyCase } from './study-case.js';
