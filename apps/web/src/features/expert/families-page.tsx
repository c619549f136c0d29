import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { NoAnswer } from '../../data/no-answer';
import { useTerm } from '../../terms/use-term';
import { firstNames } from '../household/first-names';
import { useFamilies, type Family } from './use-families';
import css from './expert.module.css';

const FamilyCard = ({ family }: { readonly family: Family }) => {
  const { t } = useTranslation('expert');
  const term = useTerm();
  const present = family.members.filter(({ present: here }) => here);
  return (
    <li>
      <Link to={`/gezin/${family.openTrajectoryId}`} className={css.family}>
        <span className={css.name}>{family.name ?? t('someFamily')}</span>
        <span className="soft">{firstNames(family.name, present.map(({ name }) => name)).join(', ')}</span>
        {family.area && <span className="soft small">{term('area', family.area)}</span>}
      </Link>
    </li>
  );
};

/** The families that an experience expert walks along with. */
export const FamiliesPage = () => {
  const { t } = useTranslation('expert');
  const { page, families } = useFamilies();
  useTitle(t('title'));
  return (
    <div className={`stack ${css.page}`}>
      <div>
        <h1>{t('title')}</h1>
        <p className="soft">{page.found && t('count', { count: families.length })}</p>
      </div>
      {page.found ? (families.length > 0 ? <ul className={css.families}>{families.map((family) => <FamilyCard key={family.id} family={family} />)}</ul> : <Empty title={t('none')}>{t('noneWhat')}</Empty>)
        : <NoAnswer page={page} rows={4} />}
    </div>
  );
};
