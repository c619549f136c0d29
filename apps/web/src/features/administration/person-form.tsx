import { useState, type FormEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, DayField, Drawer, SelectField, TextField, useToast } from '@perspectief/ui';
import { ROLES } from '../../session/session';
import { usePut, type Area, type Person, type Team, type Wrong } from './use-directory';
import css from './administration.module.css';

const QUALIFICATIONS = ['lived', 'trained', 'certified', 'degree'] as const;
const ID = /^[a-z0-9][a-z0-9-]*$/;

interface Props {
  readonly person: Person;
  readonly areas: readonly Area[];
  readonly teams: readonly Team[];
  readonly onClose: () => void;
}

/** Adds somebody, changes what is known, or notes that somebody left. */
export const PersonForm = ({ person, areas, teams, onClose }: Props) => {
  const { t } = useTranslation('administration');
  const { t: frame } = useTranslation();
  const { t: ui } = useTranslation('ui');
  const put = usePut();
  const tell = useToast();
  const [values, setValues] = useState(person);
  const [wrong, setWrong] = useState<Wrong>();
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Person>) => setValues((before) => ({ ...before, ...change }));
  const isNew = person.id === '';
  const expert = values.role === 'experience-expert';
  const badId = !ID.test(values.id);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (badId || values.name.trim() === '') return;
    const { id, name, role, area, team, active, until, qualification, capacity, secrecySignedOn, conductCertificateOn } = values;
    const given = (value: string | number | null): object | string | number | undefined => value ?? undefined;
    const found = await put('person', {
      id, role, active, name: name.trim(), area: given(area), team: given(team), until: given(until),
      ...(expert && { qualification: given(qualification), capacity: given(capacity), secrecySignedOn: given(secrecySignedOn), conductCertificateOn: given(conductCertificateOn) }),
    } as never);
    setWrong(found);
    if (found) return;
    tell({ sentence: t('saved', { what: name }) });
    onClose();
  };
  const refused = (field: string): string | undefined => (wrong?.field === field ? wrong.sentence : undefined);
  return (
    <Drawer title={isNew ? t('people.add') : person.name} onClose={onClose} foot={
      <>
        <Button look="main" type="submit" form="person-form">{t('save')}</Button>
        <Button look="quiet" onClick={onClose}>{ui('cancel')}</Button>
      </>
    }>
      <div role="alert">{wrong && !wrong.field && <Alert tone="late" icon={<CircleAlert />} title={wrong.sentence} />}</div>
      <form id="person-form" className="stack" noValidate onSubmit={(event) => void save(event)}>
        {isNew && <TextField label={t('id')} hint={t('idHint')} value={values.id} onChange={(id) => set({ id })} error={tried && badId ? t('idWrong') : refused('id')} />}
        <TextField label={t('name')} value={values.name} onChange={(name) => set({ name })} error={tried && values.name.trim() === '' ? t('missing') : refused('name')} />
        <SelectField label={t('role')} value={values.role} onChange={(role) => set({ role })} placeholder={ui('choose')} options={ROLES.map((role) => ({ value: role, label: frame(`roles.${role}`) }))} error={refused('role')} />
        <SelectField label={t('area')} optional value={values.area ?? ''} onChange={(area) => set({ area: area || null })} placeholder={t('noArea')} options={areas.map(({ code, name }) => ({ value: code, label: name }))} error={refused('area')} />
        <SelectField label={t('team')} optional value={values.team ?? ''} onChange={(team) => set({ team: team || null })} placeholder={t('noTeam')} options={teams.map(({ id, name }) => ({ value: id, label: name }))} error={refused('team')} />
        {expert && (
          <>
            <SelectField label={t('qualification')} optional value={values.qualification ?? ''} onChange={(qualification) => set({ qualification: qualification || null })} placeholder={ui('choose')} options={QUALIFICATIONS.map((value) => ({ value, label: t(`qualifications.${value}`) }))} error={refused('qualification')} />
            <TextField label={t('capacity')} optional type="number" value={values.capacity === null ? '' : String(values.capacity)} onChange={(capacity) => set({ capacity: /^\d+$/.test(capacity) ? Number(capacity) : null })} error={refused('capacity')} />
            <DayField label={t('secrecy')} optional value={values.secrecySignedOn ?? ''} onChange={(day) => set({ secrecySignedOn: day || null })} error={refused('secrecySignedOn')} />
            <DayField label={t('conduct')} optional value={values.conductCertificateOn ?? ''} onChange={(day) => set({ conductCertificateOn: day || null })} error={refused('conductCertificateOn')} />
          </>
        )}
        <DayField label={t('people.until')} hint={t('people.untilHint')} optional value={values.until ?? ''} onChange={(day) => set({ until: day || null })} error={refused('until')} />
        <label className={css.check}><input type="checkbox" checked={!values.active} onChange={() => set(values.active ? { active: false } : { active: true, until: null })} /> {t('people.isGone')}</label>
      </form>
    </Drawer>
  );
};
