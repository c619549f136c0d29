import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { NoAnswer } from '../../data/no-answer';
import { useTerm } from '../../terms/use-term';
import { usePerson } from '../../session/session-provider';
import { Room } from './room';
import { usePots, type PotSummary } from './use-pots';
import css from './pots.module.css';

const PotCard = ({ pot }: { readonly pot: PotSummary }) => {
  const { t } = useTranslation('pots');
  const { money } = useFormat();
  const term = useTerm();
  const year = pot.years.at(-1);
  return (
    <li>
      <Link to={`/geld/${pot.id}`} className={css.pot}>
        <span className={css.potName}>{pot.name}</span>
        <span className="soft dots"><span>{term('scheme', pot.scheme)}</span><span>{term('area', pot.area)}</span>{year && <span>{year.year}</span>}</span>
        {year ? (
          <>
            <span className={css.free}>{t('free', { amount: money(year.available), whole: money(year.contributed ?? year.available) })}</span>
            <Room year={year} />
            {year.paid !== null && year.reserved !== null && <span className="soft small">{t('paidAndReserved', { paid: money(year.paid), reserved: money(year.reserved) })}</span>}
          </>
        ) : <span className="soft">{t('noYear')}</span>}
      </Link>
    </li>
  );
};

/** The pots that a holder answers for. */
export const PotsPage = () => {
  const { t } = useTranslation('pots');
  const offer = useOffer();
  const { area } = usePerson();
  const page = usePots();
  const pots = page.found?.edges.map(({ node }) => node) ?? [];
  useTitle(t('title'));
  return (
    <div className={`stack ${css.page}`}>
      <div className="spread">
        <h1>{t('title')}</h1>
        <DeedButton look="main" icon={<Plus size={20} aria-hidden />} deed={offer('openBudget', {}, { values: area ? { area } : {} })} />
      </div>
      {page.found ? (pots.length > 0 ? <ul className={css.pots}>{pots.map((pot) => <PotCard key={pot.id} pot={pot} />)}</ul> : <Empty title={t('none')}>{t('noneWhat')}</Empty>)
        : <NoAnswer page={page} rows={4} />}
    </div>
  );
};
