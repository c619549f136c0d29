import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Card, Loading, Menu, Problem, todayHere, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { DeedButton, itemsOf } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { useTerm } from '../../terms/use-term';
import { Mandates } from './mandates';
import { MoneyFlow } from './money-flow';
import { Raises } from './raises';
import { Statement } from './statement';
import { usePot, type Pot } from './use-pots';
import { YearCard } from './year-card';
import css from './pots.module.css';

/** The first day on which a year may be closed is its last. */
const mayClose = (year: number): boolean => todayHere() >= `${year}-12-31`;

const Rules = ({ pot }: { readonly pot: Pot }) => {
  const { t } = useTranslation('pots');
  const { money } = useFormat();
  return (
    <Card title={t('rules.title')}>
      <ul className={css.rules}>
        <li>{t('rules.ceiling', { amount: money(pot.householdCeiling) })}</li>
        <li>{t('rules.one')}</li>
        {pot.tiers.map(({ above, approvers }) => <li key={above}>{t('rules.tier', { above: money(above), count: approvers })}</li>)}
      </ul>
    </Card>
  );
};

const PotOf = ({ pot }: { readonly pot: Pot }) => {
  const { t } = useTranslation('pots');
  const term = useTerm();
  const offer = useOffer();
  const [params, setParams] = useSearchParams();
  const years = pot.years.toReversed();
  const thisYear = todayHere().slice(0, 4);
  const yearOf = (wanted: string | null) => years.find(({ year }) => String(year) === wanted);
  const chosen = yearOf(params.get('jaar')) ?? yearOf(thisYear) ?? years[0];
  const given = { budgetId: pot.id };
  const values = { year: chosen && chosen.phase === 'open' ? String(chosen.year) : thisYear };
  const oldest = pot.years.find(({ phase }) => phase === 'open');
  const close = oldest && mayClose(oldest.year) ? offer('closeYear', { ...given, year: oldest.year }, { about: t('closeAbout', { year: oldest.year, name: pot.name }) }) : undefined;
  const groups = [{ items: itemsOf([offer('withdrawContribution', given, { about: pot.name, values }), close && { ...close, title: t('closeYear', { year: oldest?.year }) }]) }];
  return (
    <>
      <header className="spread">
        <div>
          <p className="soft dots"><span>{term('scheme', pot.scheme)}</span><span>{term('area', pot.area)}</span></p>
          <h1>{pot.name}</h1>
        </div>
        <div className="row" data-screen-only>
          <DeedButton look="main" deed={offer('contribute', given, { about: pot.name, values })} />
          <Menu look="other" label={t('more')} groups={groups} />
        </div>
      </header>
      <Raises pot={pot} />
      {years.length > 1 && (
        <div className="row" role="group" aria-label={t('years')} data-screen-only>
          {years.map(({ year }) => <button key={year} type="button" className={css.chip} aria-pressed={year === chosen?.year} onClick={() => setParams({ jaar: String(year) }, { replace: true })}>{year}</button>)}
        </div>
      )}
      {chosen ? (
        <>
          <YearCard year={chosen} />
          <MoneyFlow budgetId={pot.id} year={chosen.year} />
          <Statement budgetId={pot.id} year={chosen.year} />
        </>
      ) : <p className="soft">{t('noYear')}</p>}
      <Mandates pot={pot} />
      <Rules pot={pot} />
    </>
  );
};

/** One pot: its years, where the money went, the account, who may spend. */
export const PotPage = () => {
  const { t } = useTranslation('pots');
  const { budgetId = '' } = useParams();
  const page = usePot(budgetId);
  useTitle(page.found?.name ?? t('title'));
  return (
    <div className={`stack ${css.page}`}>
      <Link to="/geld" className={css.back} data-screen-only><ArrowLeft size={18} aria-hidden /> {t('back')}</Link>
      {page.found ? <PotOf pot={page.found} /> : page.asking ? <Loading rows={6} /> : <><h1>{t('title')}</h1><Problem sentence={page.sentence} onAgain={page.askAgain} /></>}
    </div>
  );
};
