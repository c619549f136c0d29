import { useTranslation } from 'react-i18next';
import { Badge, Card, Empty, useFormat } from '@perspectief/ui';
import type { FormName } from '../../../commands/catalogue';
import { DeedButton, DeedMenu, NextDeeds } from '../../../commands/deeds';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage } from '../page-context';
import { Ecomap } from './ecomap';
import css from './part.module.css';

const TANDEM: Readonly<Record<string, readonly FormName[]>> = {
  none: ['proposeTandem'], ended: ['proposeTandem'], proposed: ['acceptTandem', 'declineTandem'],
  running: ['logTandemContact', 'pauseTandem', 'replaceExpert', 'replaceCoach', 'endTandem'], paused: ['resumeTandem', 'endTandem'],
};

const OF_A_MEMBER: readonly FormName[] = ['changeMember', 'giveMemberAccess', 'withdrawMemberAccess', 'leaveHousehold'];

const Members = () => {
  const { t } = useTranslation('household');
  const { day } = useFormat();
  const term = useTerm();
  const { household, offer } = useHouseholdPage();
  return (
    <Card title={t('people.members')} intro={household?.address} actions={<><DeedButton deed={offer('addMember')} /><DeedButton look="quiet" deed={offer('moveHousehold')} /></>}>
      <ul className={css.list}>
        {(household?.members ?? []).map(({ memberId, name, age, role, present, from, leftOn }) => (
          <li key={memberId} className={css.item}>
            <div>
              <strong>{name}</strong>
              <div className={`${css.meta} dots`}>
                {age !== null && <span>{t('age', { count: age })}</span>}<span>{term('role', role)}</span>
                <span>{present ? t('people.since', { day: day(from) }) : leftOn && t('people.left', { day: day(leftOn) })}</span>
              </div>
            </div>
            {present && <DeedMenu small look="quiet" label={t('debts.act')} describe={t('debts.actOn', { who: name })} deeds={OF_A_MEMBER.map((one) => offer(one, { memberId }, { about: name, ...(one === 'changeMember' ? { values: { name, role } } : {}) }))} />}
          </li>
        ))}
      </ul>
    </Card>
  );
};

const TandemCard = () => {
  const { t } = useTranslation('household');
  const { day, number } = useFormat();
  const term = useTerm();
  const { trajectory: { tandem, coachId }, nameOf, offer } = useHouseholdPage();
  return (
    <Card title={t('people.tandem')} intro={t('people.tandemIntro')} actions={<NextDeeds deeds={(TANDEM[tandem.phase] ?? []).map((name) => offer(name))} more={t('debts.more')} />}>
      {tandem.phase === 'none' ? <Empty title={t('people.noTandem')} /> : (
        <dl className={css.facts}>
          <div><dt>{t('coach')}</dt><dd>{nameOf(tandem.coachId ?? coachId)}</dd></div>
          <div><dt>{t('expert')}</dt><dd>{nameOf(tandem.expertId)}</dd></div>
          <div><dt>{t('people.state')}</dt><dd><Badge tone={tandem.phase === 'running' ? 'busy' : 'planned'}>{term('tandem', tandem.phase)}</Badge></dd></div>
          {tandem.since && <div><dt>{t('people.sinceDay')}</dt><dd>{day(tandem.since)}</dd></div>}
          <div><dt>{t('people.contacts')}</dt><dd>{t('people.contactsOf', { count: tandem.contacts, hours: number(Math.round(tandem.minutes / 6) / 10) })}</dd></div>
        </dl>
      )}
    </Card>
  );
};

const Grounds = () => {
  const { t } = useTranslation('household');
  const { day } = useFormat();
  const term = useTerm();
  const { household, offer } = useHouseholdPage();
  const grounds = household?.sharingGrounds ?? [];
  return (
    <Card title={t('people.grounds')} intro={t('people.groundsIntro')} actions={<DeedButton deed={offer('recordSharingGround')} />}>
      {grounds.length === 0 ? <Empty title={t('people.noGrounds')} /> : (
        <ul className={css.list}>
          {grounds.map(({ groundId, purpose, ground, domains, validUntil }) => (
            <li key={groundId} className={css.item}>
              <div>
                <strong>{term('purpose', purpose)}</strong>
                <div className={`${css.meta} dots`}>
                  <span>{term('ground', ground)}</span><span>{domains.map((one) => term('law', one)).join(', ')}</span>{validUntil && <span>{t('people.until', { day: day(validUntil) })}</span>}
                </div>
              </div>
              <DeedButton small look="quiet" deed={offer('withdrawSharingGround', { groundId }, { about: term('purpose', purpose) })} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};

/** The household, its tandem, who else helps, and on what grounds they may share. */
export const People = () => (
  <>
    <Members />
    <TandemCard />
    <Ecomap />
    <Grounds />
  </>
);
