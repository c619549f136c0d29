import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Button, Empty, todayHere, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { NoAnswer } from '../../data/no-answer';
import { usePerson } from '../../session/session-provider';
import { useTerm } from '../../terms/use-term';
import { useHousehold } from '../household/use-household';
import css from './stop.module.css';

const today = { asOf: undefined, knownAt: undefined };

/** A letter for each creditor: what they must do, until when, whom to call. Each sees its own debt alone. */
export const NoticePage = () => {
  const { t } = useTranslation('stop-button');
  const { day, money } = useFormat();
  const term = useTerm();
  const { name: coach } = usePerson();
  const { trajectoryId = '', freezeId } = useParams();
  const { page, trajectory, household } = useHousehold(trajectoryId, today);
  useTitle(t('notice.title'));
  const freeze = trajectory?.freezes.find((one) => one.freezeId === freezeId);
  if (!trajectory) return <NoAnswer page={page} />;
  if (!freeze) return <Empty title={t('notice.none')} />;
  const debts = trajectory.debts.filter(({ debtId, treatment }) => (freeze.debts.length > 0 ? freeze.debts.includes(debtId) : treatment === 'included'));
  const asked = freeze.state === 'requested';
  return (
    <div className="stack">
      <div className="spread" data-screen-only>
        <Link to={`/huishouden/${trajectoryId}/schulden`} className={css.back}><ArrowLeft size={18} aria-hidden /> {t('back')}</Link>
        <Button look="main" icon={<Printer size={20} aria-hidden />} onClick={() => window.print()}>{t('notice.print')}</Button>
      </div>
      <h1 data-screen-only>{t('notice.title')}</h1>
      {debts.length === 0 && <Empty title={t('notice.noDebts')} />}
      <div className={css.letters}>
        {debts.map(({ debtId, creditor, claim }) => (
          <article key={debtId} className={css.letter}>
            <p>{t('letter.to', { creditor })}<br />{day(todayHere())}</p>
            <h2>{t(asked ? 'letter.subjectAsked' : 'letter.subject')}</h2>
            <p>{t('letter.about', { name: household?.name ?? '', address: household?.address ?? '', claim: money(claim) })}</p>
            <p>{asked ? t('letter.asked', { what: term('instrument', freeze.instrument) }) : t('letter.granted', { what: term('instrument', freeze.instrument), from: freeze.from ? day(freeze.from) : '', until: freeze.until ? day(freeze.until) : t('letter.furtherNotice') })}</p>
            <p>{t('letter.please')}</p>
            <p>{t('letter.household')}</p>
            <p>{t('letter.question')}</p>
            <p>{t('letter.regards')}<br />{coach}</p>
          </article>
        ))}
      </div>
    </div>
  );
};
