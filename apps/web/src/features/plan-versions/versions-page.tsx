import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useTitle } from '../../app/use-title';
import { NoAnswer } from '../../data/no-answer';
import { usePeople, type NameOf } from '../../data/people';
import { useHousehold } from '../household/use-household';
import { VersionsSheet } from './versions-sheet';
import css from './versions.module.css';

const today = { asOf: undefined, knownAt: undefined };

/** For the coach: every plan of one household that was agreed on. */
export const VersionsPage = () => {
  const { t } = useTranslation('plan-versions');
  const { trajectoryId = '' } = useParams();
  const { page, trajectory, household } = useHousehold(trajectoryId, today);
  const staff = usePeople(trajectory?.plan.goals.flatMap(({ actions }) => actions.map(({ who }) => who)) ?? []);
  const nameOf: NameOf = (id) => household?.members.find(({ memberId }) => memberId === id)?.name ?? staff(id);
  useTitle(t('title'));
  return (
    <div className="stack">
      <Link to={`/huishouden/${trajectoryId}/plan`} className={css.back} data-screen-only><ArrowLeft size={18} aria-hidden /> {t('back')}</Link>
      <div><h1>{t('title')}</h1>{household?.name && <p className="soft">{household.name}</p>}</div>
      {trajectory ? <VersionsSheet plan={trajectory.plan} nameOf={nameOf} /> : <NoAnswer page={page} rows={5} />}
    </div>
  );
};
