import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { NoSchemaIntrospectionCustomRule, type ValidationRule } from 'graphql';

/** 256 kB: the longest story fits many times over. */
export const BODY_LIMIT = 256 * 1024;

const quietly = {
  propagateOnRejection: true,
  exposeLimits: false,
  errorMessage: 'This question asks too much at once: ask for fewer fields, fewer rows or fewer questions.',
} as const;

/** What a question may cost. Introspection is for those who build, not for those who use. */
export const questionLimits = (production: boolean): ValidationRule[] => [
  maxDepthRule({ n: 12, ignoreIntrospection: true, ...quietly }),
  maxAliasesRule({ n: 30, ...quietly }),
  costLimitRule({ maxCost: 10_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.3, ignoreIntrospection: true, ...quietly }),
  ...(production ? [NoSchemaIntrospectionCustomRule] : []),
];
