import type { Command } from 'commander';
import { exitCodesHelp } from '../exit.js';
import { destroyKey, approve, draft, list, show } from './studies.js';
import { exportTo, importFrom, verify } from './datasets.js';
import { prepare } from './prepare.js';
import { rotateSeal } from './seal.js';

const EXAMPLES = `
A study is written down on a card, and a second person agrees, before anything is cut. A data set is a folder that never changes.
No key to personal data is opened on the way.

Examples:
  perspectief evaluation draft card.json --as evaluator-1
  perspectief evaluation approve 0f4c… --hash 9a1b… --as privacy-officer-1
  perspectief evaluation export 0f4c… --as microdata-evaluator-1 --out ./study-1
  perspectief evaluation export 0f4c… --as microdata-evaluator-1 --out ./study-2 --cohort 77aa… --position 0000…
  perspectief evaluation verify ./study-1
  perspectief evaluation import log.csv --out ./other-city --case "Case ID" --activity Activity --time Timestamp

${exitCodesHelp}`;

const DATA = ['--data <dir>', 'embedded database in this folder (default: DATABASE_URL, else .perspectief/data)'] as const;

const addStudies = (evaluation: Command): void => {
  evaluation.command('draft').description('write down what is to be compared, before looking').argument('<card>', 'the card, as JSON')
    .requiredOption('--as <person>', 'who writes it: an evaluator').option('--study <id>', 'a new version of this study')
    .option(...DATA).option('--json', 'the study as JSON').addHelpText('after', EXAMPLES).action(draft);
  evaluation.command('approve').description('agree with a card, as a second person').argument('<study>', 'id of the study')
    .requiredOption('--as <person>', 'who agrees: another evaluator, or a privacy officer').requiredOption('--hash <hash>', 'of the card that was read')
    .option(...DATA).option('--json', 'the study as JSON').addHelpText('after', EXAMPLES).action(approve);
  evaluation.command('show').description('a study: its card, cohorts and data sets').argument('<study>', 'id of the study')
    .option(...DATA).option('--json', 'the study as JSON').addHelpText('after', EXAMPLES).action(show);
  evaluation.command('list').description('studies of a municipality').requiredOption('--municipality <code>', 'such as groningen')
    .option(...DATA).option('--json', 'a list as JSON').addHelpText('after', EXAMPLES).action(list);
  evaluation.command('destroy-key').description('make it impossible to lead the names of a study back').argument('<study>', 'id of the study')
    .requiredOption('--as <person>', 'a privacy officer').option(...DATA).addHelpText('after', EXAMPLES).action(destroyKey);
};

const addDatasets = (evaluation: Command): void => {
  evaluation.command('export').description('cut a data set for an approved study').argument('<study>', 'id of the study')
    .requiredOption('--as <person>', 'who asks for it: a microdata evaluator').requiredOption('--out <folder>', 'a new folder')
    .option('--cohort <id>', 'a cohort that was frozen before (default: freeze one now)').option('--position <position>', 'where in the log the data end (default: now)')
    .option(...DATA).option('--json', 'the manifest as JSON').addHelpText('after', EXAMPLES).action(exportTo);
  evaluation.command('verify').description('compute every digest of a data set again, and say which differ').argument('<folder>', 'the data set')
    .option('--json', 'the findings as JSON').addHelpText('after', EXAMPLES).action(verify);
  evaluation.command('import').description('make a data set of an event log from elsewhere (CSV or XES)').argument('<file>', 'the log; .xes is XES, anything else CSV')
    .requiredOption('--out <folder>', 'a new folder').option('--case <column>', 'CSV: the case').option('--activity <column>', 'CSV: what happened')
    .option('--time <column>', 'CSV: when').option('--resource <column>', 'CSV: who').option('--lifecycle <column>', 'CSV: start, complete, …')
    .option('--delimiter <sign>', 'CSV: between cells (default: found in the head)').option('--time-format <format>', 'CSV: such as %d-%m-%Y %H:%M (default: year first)')
    .option('--time-zone <zone>', 'CSV: of times without an offset (default: UTC)').option('--json', 'the manifest as JSON').addHelpText('after', EXAMPLES).action(importFrom);
};

const addPrepare = (evaluation: Command): void => {
  evaluation.command('prepare').description('make the schema of the evaluation, its role, and a login for its service')
    .option('--login <name>', 'name of the login', 'perspectief_evaluation_service').option('--password-env <name>', 'environment variable with its password', 'EVALUATION_PASSWORD')
    .option(...DATA).addHelpText('after', EXAMPLES).action(prepare);
};

const addSeal = (evaluation: Command): void => {
  evaluation.command('rotate-seal').description('a new seal for study keys, in the file that EVALUATION_SEAL_FILE names').argument('<file>', 'the file; made where there is none')
    .option('--forget-old', 'remove all but the newest, once the service has started with it').addHelpText('after', EXAMPLES).action(rotateSeal);
};

export const addEvaluation = (program: Command): void => {
  const evaluation = program.command('evaluation').description('studies and their data sets').addHelpText('after', EXAMPLES);
  addStudies(evaluation);
  addDatasets(evaluation);
  addPrepare(evaluation);
  addSeal(evaluation);
};
