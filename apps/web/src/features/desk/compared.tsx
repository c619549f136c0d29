import { useTranslation } from 'react-i18next';
import { Badge, Card, useFormat, type Tone } from '@perspectief/ui';
import { Link } from 'react-router';
import type { NameOf } from '../../data/people';
import { useTerm } from '../../terms/use-term';
import type { Asked, DecisionRecord } from './request';
import css from './desk.module.css';

const TONES: Readonly<Record<string, Tone>> = { approved: 'done', awaiting: 'wait' };

const Requests = ({ rows, caption, nameOf }: { readonly rows: readonly Asked[]; readonly caption: string; readonly nameOf: NameOf }) => {
  const { money, day } = useFormat();
  const term = useTerm();
  return (
    <ul className={css.before} aria-label={caption}>
      {rows.map(({ requestId, requestedOn, amount, lifeArea, state, decidedBy }) => (
        <li key={requestId}>
          <div className="spread">
            <span><strong>{money(amount)}</strong> {term('lifeArea', lifeArea)}</span>
            <Badge tone={TONES[state] ?? 'plain'}>{term('requestState', state)}</Badge>
          </div>
          <p className={`${css.meta} dots`}><Link to={`/aanvragen/${requestId}`}>{day(requestedOn)}</Link>{decidedBy.length > 0 && <span>{decidedBy.map(nameOf).join(', ')}</span>}</p>
        </li>
      ))}
    </ul>
  );
};

/** Why it came here. */
export const Rule = ({ record: { rule } }: { readonly record: DecisionRecord }) => {
  const { t } = useTranslation('desk');
  const { money } = useFormat();
  const term = useTerm();
  return (
    <Card title={t('rule.title')}>
      <p><strong>{term('requestRule', rule.rule)}</strong></p>
      <p className="soft">
        {rule.mandate ? t('rule.mandate', { amount: money(rule.mandate.perRequest) }) : t('rule.noMandate')}{' '}
        {rule.tier ? t('rule.tier', { count: rule.approvers, above: money(rule.tier.above) }) : rule.approvers > 0 ? t('rule.approvers', { count: rule.approvers }) : t('rule.alone')}
      </p>
    </Card>
  );
};

/** What this household had before, and how the same was decided elsewhere: tailor-made is not arbitrary. */
export const Before = ({ record: { earlier, similar }, nameOf }: { readonly record: DecisionRecord; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('desk');
  return (
    <>
      <Card title={t('earlier.title')} intro={t('earlier.intro', { count: earlier.length })}>
        {earlier.length > 0 && <Requests rows={earlier} caption={t('earlier.title')} nameOf={nameOf} />}
      </Card>
      <Card title={t('similar.title')} intro={similar.length === 0 ? t('similar.none') : t('similar.intro', { yes: similar.filter(({ state }) => state === 'approved').length, count: similar.length })}>
        {similar.length > 0 && <Requests rows={similar} caption={t('similar.title')} nameOf={nameOf} />}
      </Card>
    </>
  );
};
