import { ArrowLeft, NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Badge, Card, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { NoAnswer } from '../../data/no-answer';
import { usePeople, type NameOf } from '../../data/people';
import { usePerson } from '../../session/session-provider';
import { useTerm } from '../../terms/use-term';
import { firstNames } from '../household/first-names';
import { Appointments } from './appointments';
import { Goals } from './goals';
import { useFamilies, useShared, type Shared } from './use-families';
import css from './expert.module.css';

const Stories = ({ shared, nameOf }: { readonly shared: Shared; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('expert');
  const { day } = useFormat();
  if (shared.stories.length === 0) return null;
  return (
    <Card title={t('stories')}>
      <ul className={css.list}>
        {shared.stories.map(({ storyId, text, toldBy, toldOn }) => (
          <li key={storyId}><p className={css.story}>{text}</p><p className="soft small">{t('toldBy', { who: nameOf(toldBy), day: day(toldOn) })}</p></li>
        ))}
      </ul>
    </Card>
  );
};

const Notes = ({ notes }: { readonly notes: ReturnType<typeof useShared>['notes'] }) => {
  const { t } = useTranslation('expert');
  const { says, civil } = useFormat();
  return (
    <Card title={t('notes')} intro={t('notesIntro')}>
      {notes.length === 0 ? <p className="soft">{t('noNotes')}</p> : (
        <ul className={css.list}>{notes.map(({ eventId, happenedOn, sentence, note }) => <li key={eventId}><p className="soft small">{civil(happenedOn)}</p><p>{says(sentence)}</p>{note && <p className={css.story}>{note}</p>}</li>)}</ul>
      )}
    </Card>
  );
};

/** What an experience expert shares with one family: goals, appointments, own notes. */
export const FamilyPage = () => {
  const { t } = useTranslation('expert');
  const { day, number } = useFormat();
  const term = useTerm();
  const { trajectoryId = '' } = useParams();
  const me = usePerson();
  const offer = useOffer();
  const { families } = useFamilies();
  const { page, notes } = useShared(trajectoryId);
  const shared = page.found;
  const family = families.find(({ openTrajectoryId }) => openTrajectoryId === trajectoryId);
  const staff = usePeople([shared?.coachId, ...(shared?.plan?.goals.flatMap(({ actions }) => actions.map(({ who }) => who)) ?? []), ...(shared?.stories.map(({ toldBy }) => toldBy) ?? [])]);
  const nameOf: NameOf = (id) => family?.members.find(({ memberId }) => memberId === id)?.name ?? staff(id);
  useTitle(family?.name ?? t('someFamily'));
  return (
    <div className={`stack ${css.page}`}>
      <Link to="/gezinnen" className={css.back} data-screen-only><ArrowLeft size={18} aria-hidden /> {t('back')}</Link>
      <header className="spread">
        <div>
          <h1>{family?.name ?? t('someFamily')}</h1>
          <p className="soft">{family && firstNames(family.name, family.members.filter(({ present }) => present).map(({ name }) => name)).join(', ')}</p>
        </div>
        <DeedButton look="main" icon={<NotebookPen size={20} aria-hidden />} deed={shared?.tandem?.phase === 'running' && offer('logTandemContact', { trajectoryId })} />
      </header>
      {!shared ? <NoAnswer page={page} rows={5} /> : (
        <>
          <p className="row">
            {shared.tandem && <Badge tone={shared.tandem.phase === 'running' ? 'busy' : 'planned'}>{term('tandem', shared.tandem.phase)}</Badge>}
            {shared.tandem?.since && <span className="soft">{t('since', { day: day(shared.tandem.since), count: shared.tandem.contacts, hours: number(Math.round(shared.tandem.minutes / 6) / 10) })}</span>}
            {shared.coachId && <span className="soft">{t('withCoach', { who: nameOf(shared.coachId) })}</span>}
          </p>
          <Appointments shared={shared} me={me.id} />
          <Goals shared={shared} nameOf={nameOf} />
          <Stories shared={shared} nameOf={nameOf} />
          <Notes notes={notes} />
        </>
      )}
    </div>
  );
};
