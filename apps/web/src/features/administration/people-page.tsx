import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, DataTable, Empty, SelectField, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { NoAnswer } from '../../data/no-answer';
import { ROLES } from '../../session/session';
import { PersonForm } from './person-form';
import { useAreas, useStaff, useTeams, type Person, type StaffChoice } from './use-directory';
import css from './administration.module.css';

const STAFF = ROLES.filter((role) => role !== 'household-member');

const NEW: Person = {
  id: '', name: '', role: 'neighbourhood-coach', area: null, team: null, active: true, qualification: null, capacity: null, secrecySignedOn: null, conductCertificateOn: null, until: null,
};

/** Who works here, where and as what. */
export const PeoplePage = () => {
  const { t } = useTranslation('administration');
  const { t: frame } = useTranslation();
  const { day } = useFormat();
  const [choice, setChoice] = useState<StaffChoice>({ role: '', area: '', active: true });
  const [open, setOpen] = useState<Person>();
  const page = useStaff(choice);
  const areas = useAreas().found?.edges.map(({ node }) => node) ?? [];
  const teams = useTeams().found?.edges.map(({ node }) => node) ?? [];
  const people = (page.found?.edges.map(({ node }) => node) ?? []).toSorted((one, other) => one.name.localeCompare(other.name));
  const areaName = (code: string | null): string => areas.find((area) => area.code === code)?.name ?? code ?? '';
  const teamName = (id: string | null): string => teams.find((team) => team.id === id)?.name ?? id ?? '';
  useTitle(t('people.title'));
  return (
    <div className={`stack ${css.wide}`}>
      <div className="spread">
        <div>
          <h1>{t('people.title')}</h1>
          <p className="soft">{page.found && t('people.count', { count: page.found.totalCount })}</p>
        </div>
        <Button look="main" icon={<Plus size={20} aria-hidden />} onClick={() => setOpen(NEW)}>{t('people.add')}</Button>
      </div>
      <div className={css.filters} role="group" aria-label={t('people.filters')}>
        <SelectField label={t('role')} narrows value={choice.role} onChange={(role) => setChoice({ ...choice, role })} placeholder={t('all')} options={STAFF.map((role) => ({ value: role, label: frame(`roles.${role}`) }))} />
        <SelectField label={t('area')} narrows value={choice.area} onChange={(area) => setChoice({ ...choice, area })} placeholder={t('all')} options={areas.map(({ code, name }) => ({ value: code, label: name }))} />
        <label className={css.check}><input type="checkbox" checked={!choice.active} onChange={() => setChoice({ ...choice, active: !choice.active })} /> {t('people.left')}</label>
      </div>
      {page.found ? (people.length === 0 ? <Empty title={t('people.none')} /> : (
        <div className={css.sheet}>
          <DataTable
            caption={t('people.title')}
            rows={people}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', label: t('name'), of: (person) => <button type="button" className="link" onClick={() => setOpen(person)}>{person.name}</button> },
              { key: 'role', label: t('role'), of: ({ role }) => frame(`roles.${role}`) },
              { key: 'area', label: t('area'), of: ({ area }) => (area === null ? <span className="soft">{t('noArea')}</span> : areaName(area)) },
              { key: 'team', label: t('team'), of: ({ team }) => (team === null ? <span className="soft">{t('noTeam')}</span> : teamName(team)) },
              { key: 'state', label: t('state'), of: ({ active, until, role, secrecySignedOn, conductCertificateOn }) => (
                !active ? <Badge>{t('people.gone')}</Badge> : role === 'experience-expert' && !(secrecySignedOn && conductCertificateOn) ? <Badge tone="wait">{t('people.papers')}</Badge> : until !== null ? <Badge tone="wait">{t('people.worksUntil', { day: day(until) })}</Badge> : <Badge tone="done">{t('people.works')}</Badge>
              ) },
            ]}
          />
        </div>
      )) : <NoAnswer page={page} rows={6} />}
      {page.found?.pageInfo.hasNextPage && <p className="soft">{t('people.narrow')}</p>}
      {open && <PersonForm key={open.id} person={open} areas={areas} teams={teams} onClose={() => setOpen(undefined)} />}
    </div>
  );
};
