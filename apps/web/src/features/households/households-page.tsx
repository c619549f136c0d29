import { useState } from 'react';
import { Plus, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WorklistChangedDocument } from '@perspectief/graphql-contract/worklist';
import { Badge, Card, Empty, SelectField, TextField } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { DeedButton } from '../../commands/deeds';
import { AREAS } from '../../commands/fields';
import { useOffer } from '../../commands/forms-provider';
import { NoAnswer } from '../../data/no-answer';
import { useLive } from '../../data/use-page';
import { usePerson } from '../../session/session-provider';
import { useTerm } from '../../terms/use-term';
import { firstNames } from '../household/first-names';
import { byName } from './by-name';
import { useEverybody } from './use-everybody';
import css from './households.module.css';

const MUNICIPALITY = 'groningen';

/** Everybody who is helped in an area, found by name. */
export const HouseholdsPage = () => {
  const { t } = useTranslation('households');
  const { t: ui } = useTranslation('ui');
  const term = useTerm();
  const { area: own } = usePerson();
  const offer = useOffer();
  const [area, setArea] = useState<string>(AREAS.find((one) => one === own) ?? AREAS[0]);
  const [name, setName] = useState('');
  useLive(WorklistChangedDocument, {}, { topic: 'households', positionOf: ({ worklistChanged }) => worklistChanged.position });
  const page = useEverybody(area);
  useTitle(t('title'));
  const wanted = name.trim().toLowerCase();
  const found = page.everybody.filter((one) => !one.erased && (wanted === '' || [one.name, ...one.members.map((member) => member.name)].some((text) => text?.toLowerCase().includes(wanted)))).sort(byName);
  return (
    <div className="stack">
      <div className="spread">
        <h1>{t('title')}</h1>
        <DeedButton look="main" icon={<Plus size={20} aria-hidden />} deed={offer('registerHousehold', { municipality: MUNICIPALITY }, { values: { area } })} />
      </div>
      <div className={css.search} role="search">
        <TextField label={t('search')} narrows value={name} onChange={setName} />
        <SelectField label={t('area')} value={area} onChange={(value) => value && setArea(value)} placeholder={ui('choose')} options={AREAS.map((value) => ({ value, label: term('area', value) }))} />
      </div>
      {!page.found ? <NoAnswer page={page} rows={5} /> : (
        <>
          <p role="status" className="soft">{t('count', { count: found.length })}</p>
          {found.length === 0 ? <Empty title={t('none')}><Search aria-hidden /></Empty> : (
            <ul className={css.grid}>
              {found.map((one) => {
                const here = one.members.filter(({ present }) => present);
                const names = firstNames(one.name, here.map(({ name }) => name));
                const members = here.map(({ age }, index) => (age === null ? names[index] : `${names[index]} (${age})`)).join(', ');
                return (
                  <li key={one.id}>
                    <Card inList title={one.name ?? t('nameless')} intro={members}>
                      {one.openTrajectoryId ? <Link to={`/huishouden/${one.openTrajectoryId}`}>{t('open')}</Link> : (
                        <div className="spread">
                          <Badge>{t('noTrajectory')}</Badge>
                          <span className="row">
                            <DeedButton small look="quiet" aria-label={t('addTo', { who: one.name ?? t('nameless') })} deed={offer('addMember', { householdId: one.id }, { about: one.name ?? undefined })} />
                            <DeedButton small deed={offer('openTrajectory', { householdId: one.id }, { values: { area }, about: one.name ?? undefined })} />
                          </span>
                        </div>
                      )}
                    </Card>
                  </li>
                );
              })}
            </ul>
          )}
        </>
      )}
    </div>
  );
};
