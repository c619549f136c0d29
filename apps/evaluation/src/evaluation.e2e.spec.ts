import { runningEvaluation } from './testing/running-evaluation.js';
import { hideCanaries } from './testing/canaries.js';
import { Stage } from './testing/stage.js';
import { aStudy } from './testing/subjects/a-study.js';
import { anotherStudy } from './testing/subjects/another-study.js';
import { dataSets } from './testing/subjects/data-sets.js';
import { figures } from './testing/subjects/figures.js';
import { oneCase } from './testing/subjects/one-case.js';
import { oversight } from './testing/subjects/oversight.js';
import { whoComesIn } from './testing/subjects/who-comes-in.js';

const CASES = 150;
const stage = new Stage();

beforeAll(async () => {
  stage.service = await runningEvaluation({ cases: CASES });
  expect(await hideCanaries(stage.service)).toBeGreaterThanOrEqual(2);
}, 120_000);
afterAll(() => stage.service.close(), 60_000);

// One service for all, in this order: it takes longer to start than to ask.
for (const subject of [whoComesIn, aStudy, figures, oneCase, anotherStudy, dataSets, oversight]) subject(stage);
