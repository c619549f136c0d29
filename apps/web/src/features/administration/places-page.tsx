import { useState, type FormEvent } from 'react';
import { CircleAlert, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Card, DataTable, Dialog, Loading, SelectField, TextField, useToast } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { useAreas, usePut, useTeams, type Area, type Team, type Wrong } from './use-directory';
import css from './administration.module.css';

type Edited = { readonly kind: 'team'; readonly isNew: boolean; readonly value: Team } | { readonly kind: 'area'; readonly isNew: boolean; readonly value: Area };

const CODE = /^[a-z0-9][a-z0-9-]*$/;

const PlaceForm = ({ edited, areas, onClose }: { readonly edited: Edited; readonly areas: readonly Area[]; readonly onClose: () => void }) => {
  const { t } = useTranslation('administration');
  const { t: ui } = useTranslation('ui');
  const put = usePut();
  const tell = useToast();
  const { kind, isNew } = edited;
  const [key, setKey] = useState(kind === 'team' ? edited.value.id : edited.value.code);
  const [name, setName] = useState(edited.value.name);
  const [area, setArea] = useState(kind === 'team' ? edited.value.area : '');
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState<Wrong>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!CODE.test(key) || name.trim() === '' || (kind === 'team' && !area)) return;
    const found = kind === 'team' ? await put('team', { id: key, name: name.trim(), area }) : await put('area', { code: key, name: name.trim() });
    setWrong(found);
    if (found) return;
    tell({ sentence: t('saved', { what: name }) });
    onClose();
  };
  return (
    <Dialog title={isNew ? t(`places.add.${kind}`) : edited.value.name} onClose={onClose} foot={
      <>
        <Button look="main" type="submit" form="place-form">{t('save')}</Button>
        <Button look="quiet" onClick={onClose}>{ui('cancel')}</Button>
      </>
    }>
      <div role="alert">{wrong && <Alert tone="late" icon={<CircleAlert />} title={wrong.sentence} />}</div>
      <form id="place-form" className="stack" noValidate onSubmit={(event) => void save(event)}>
        {isNew && <TextField label={t('id')} hint={t('idHint')} value={key} onChange={setKey} error={tried && !CODE.test(key) ? t('idWrong') : undefined} />}
        <TextField label={t('name')} value={name} onChange={setName} error={tried && name.trim() === '' ? t('missing') : undefined} />
        {kind === 'team' && <SelectField label={t('area')} value={area} onChange={setArea} placeholder={ui('choose')} options={areas.map((one) => ({ value: one.code, label: one.name }))} error={tried && !area ? t('missing') : undefined} />}
      </form>
    </Dialog>
  );
};

/** Teams, and the areas that they serve. */
export const PlacesPage = () => {
  const { t } = useTranslation('administration');
  const [edited, setEdited] = useState<Edited>();
  const teamsPage = useTeams();
  const areasPage = useAreas();
  const teams = teamsPage.found?.edges.map(({ node }) => node) ?? [];
  const areas = areasPage.found?.edges.map(({ node }) => node) ?? [];
  useTitle(t('places.title'));
  return (
    <div className={`stack ${css.page}`}>
      <h1>{t('places.title')}</h1>
      <Card title={t('places.teams')} actions={<Button icon={<Plus size={18} aria-hidden />} onClick={() => setEdited({ kind: 'team', isNew: true, value: { id: '', name: '', area: '' } })}>{t('places.add.team')}</Button>}>
        {teamsPage.found ? (
          <DataTable caption={t('places.teams')} rows={teams} rowKey={({ id }) => id} columns={[
            { key: 'name', label: t('name'), of: (team) => <button type="button" className="link" onClick={() => setEdited({ kind: 'team', isNew: false, value: team })}>{team.name}</button> },
            { key: 'area', label: t('area'), of: ({ area }) => areas.find(({ code }) => code === area)?.name ?? area },
          ]} />
        ) : <Loading rows={3} />}
      </Card>
      <Card title={t('places.areas')} actions={<Button icon={<Plus size={18} aria-hidden />} onClick={() => setEdited({ kind: 'area', isNew: true, value: { code: '', name: '' } })}>{t('places.add.area')}</Button>}>
        {areasPage.found ? (
          <DataTable caption={t('places.areas')} rows={areas} rowKey={({ code }) => code} columns={[
            { key: 'name', label: t('name'), of: (area) => <button type="button" className="link" onClick={() => setEdited({ kind: 'area', isNew: false, value: area })}>{area.name}</button> },
            { key: 'code', label: t('id'), of: ({ code }) => code },
          ]} />
        ) : <Loading rows={3} />}
      </Card>
      {edited && <PlaceForm edited={edited} areas={areas} onClose={() => setEdited(undefined)} />}
    </div>
  );
};
