import { standardPolicy, type Stage } from '@perspectief/evaluation-disclosure';
import type { Figure, Part } from './figure.js';
import {
  costParts, creditParts, dropoutParts, flowPart, leadTimeParts, lifeAreaParts, onTimeParts, outflowParts, qualityOfLifeParts, reachParts, relapseParts, timeInTrackParts,
} from './measures.js';
import { balanceParts, counterfactualParts, mapParts, variantParts } from './process.js';
import type { FigureSpec } from './spec.js';
import type { StudyCase } from './study-case.js';
import { incidenceParts, survivalParts } from './survival.js';

/** All that figures of a study are drawn from: who fell out where, and the cases that are left. */
export interface StudyMaterial {
  /** From all trajectories to those analysed; each stage keeps a part of the one before. */
  readonly stages: readonly Stage[];
  readonly cases: readonly StudyCase[];
  /** Days that the card follows. */
  readonly followUpDays: number;
}

/**
 * Who was analysed is behind every other figure, so it is shown first; an earlier stage is shown where nobody, or enough people, fell
 * out after it.
 */
const attritionParts = (stages: readonly Stage[]): readonly Part[] => {
  const kept: Stage[] = [];
  for (const stage of [...stages].reverse()) {
    const lost = stage.kept.length - (kept[0]?.kept.length ?? 0);
    if (kept.length === 0 || lost === 0 || lost >= standardPolicy.threshold) kept.unshift(stage);
  }
  return [flowPart('attrition', kept)];
};

const partsOf = (spec: FigureSpec, { stages, cases, followUpDays }: StudyMaterial): readonly Part[] => {
  switch (spec.kind) {
    case 'attrition': return attritionParts(stages);
    case 'balance': return balanceParts(cases);
    case 'survival': return survivalParts(cases, spec, followUpDays);
    case 'cumulative-incidence': return incidenceParts(cases, spec);
    case 'lead-time': return leadTimeParts(cases, spec);
    case 'on-time': return onTimeParts(cases, spec);
    case 'outflow': return outflowParts(cases, spec);
    case 'dropout': return dropoutParts(cases, spec);
    case 'relapse': return relapseParts(cases, spec);
    case 'life-areas': return lifeAreaParts(cases);
    case 'quality-of-life': return qualityOfLifeParts(cases, spec);
    case 'credit': return creditParts(cases, spec);
    case 'cost': return costParts(cases, spec);
    case 'reach': return reachParts(cases);
    case 'time-in-track': return timeInTrackParts(cases);
    case 'process-map': return mapParts(cases);
    case 'variants': return variantParts(cases);
    case 'counterfactual': return counterfactualParts(cases);
  }
};

/** A figure of a study, with who is behind each of its parts: it leaves through `letFigureOut` alone. */
export const drawFigure = (spec: FigureSpec, material: StudyMaterial): Figure => ({ spec, parts: partsOf(spec, material) });
