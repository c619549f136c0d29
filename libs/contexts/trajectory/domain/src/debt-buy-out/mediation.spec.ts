import { agree, send, agreed, agreedOn, draft, drafted, fail, pay, repay } from '../testing/buy-outs.js';
import { C1, confirmed } from '../testing/debts.js';
import { scenario } from '../testing/scenario.js';

const months = (count: number, from = 1) => Array.from({ length: count }, (_, i) => ['2024-05-01', repay(from + i)] as const);

describe('mediation', () => {
  const mediation = agreedOn({ method: 'debt-mediation' });
  const saving = [...mediation, ['2024-04-11', agree()]] as const;
  scenario('saves once all agreed')
    .after(...mediation)
    .when('2024-04-11', agree())
    .thenTypes('RepaymentAgreed');
  scenario('not before')
    .after(...confirmed, ['2024-03-04', draft({ method: 'debt-mediation' })], ['2024-03-04', send()])
    .when('2024-04-11', agree())
    .refused('NOT_ALL_AGREED');
  scenario('pays nobody before all is saved')
    .after(...saving, ...months(17))
    .when('2025-10-01', pay(C1))
    .refused('NOT_SAVED');
  scenario('nor before saving was agreed')
    .after(...mediation)
    .when('2025-10-01', pay(C1))
    .refused('NOT_SAVED');
  scenario('then pays')
    .after(...saving, ...months(18))
    .when('2025-10-02', pay(C1))
    .thenTypes('CreditorPaid', 'DebtDischarged');
  scenario('pays nobody once it failed')
    .after(...saving, ['2024-06-01', fail()])
    .when('2024-06-02', pay(C1))
    .refused('NOT_FUNDED');
  scenario('a credit does not wait for saving')
    .after(...agreed)
    .when('2024-04-11', pay(C1))
    .refused('NOT_FUNDED');
  scenario('nor does a draft')
    .after(...drafted)
    .when('2024-04-11', pay(C1))
    .refused('NOT_FUNDED');
});
