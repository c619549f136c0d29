import { useTranslation } from 'react-i18next';
import { Card, centsOf, useFormat } from '@perspectief/ui';
import type { NameOf } from '../../data/people';
import { useTerm } from '../../terms/use-term';
import { Ceiling } from './ceiling';
import type { DecisionRecord } from './request';
import css from './desk.module.css';

const Bar = ({ before, after, most }: { readonly before: number; readonly after: number; readonly most: number }) => (
  <div className={css.bar} aria-hidden>
    <div className={css.gone} style={{ width: `${(Math.max(before, 0) / most) * 100}%` }} />
    <div className={css.stays} style={{ width: `${(Math.max(after, 0) / most) * 100}%` }} />
  </div>
);

/** The pot before and after, whole and for each law: once decided, as it stood just before. */
export const Impact = ({ record, nameOf }: { readonly record: DecisionRecord; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('desk');
  const { money } = useFormat();
  const term = useTerm();
  const { impact } = record;
  const most = Math.max(1, ...(impact?.domains.flatMap(({ before, after }) => [centsOf(before), centsOf(after)]) ?? []));
  return (
    <Card title={t('impact.title')} intro={impact && t('impact.year', { year: impact.year })}>
      {impact ? (
        <>
          <p className={css.sentence}>{t('impact.pot', { before: money(impact.availableBefore), after: money(impact.availableAfter) })}</p>
          <table className={css.laws}>
            <caption className="visually-hidden">{t('impact.table')}</caption>
            <thead><tr><th scope="col">{t('impact.law')}</th><th scope="col">{t('impact.before')}</th><th scope="col">{t('impact.share')}</th><th scope="col">{t('impact.after')}</th></tr></thead>
            <tbody>
              {impact.domains.map(({ domain, before, share, after }) => (
                <tr key={domain}>
                  <th scope="row">{term('law', domain)}<Bar before={centsOf(before)} after={centsOf(after)} most={most} /></th>
                  <td>{money(before)}</td><td>{money(share)}</td><td><strong>{money(after)}</strong></td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : <p className="soft">{t('impact.none')}</p>}
      <Ceiling record={record} nameOf={nameOf} />
    </Card>
  );
};
