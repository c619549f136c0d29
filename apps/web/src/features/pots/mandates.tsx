import { useTranslation } from 'react-i18next';
import { Badge, Card, DataTable, Empty, todayHere, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { LAWS } from '../../commands/fields';
import { useOffer } from '../../commands/forms-provider';
import { useColleagues } from '../../data/colleagues';
import { usePeople } from '../../data/people';
import { useTerm } from '../../terms/use-term';
import { useMandates, type Pot } from './use-pots';

const NOBODY: readonly never[] = [];

/** What each coach may spend from this pot without asking. */
export const Mandates = ({ pot }: { readonly pot: Pot }) => {
  const { t } = useTranslation('pots');
  const { money, day } = useFormat();
  const term = useTerm();
  const offer = useOffer();
  const page = useMandates(pot.id);
  const mandates = page.found?.mandates ?? [];
  const nameOf = usePeople(mandates.map(({ coachId }) => coachId));
  const coaches = useColleagues(NOBODY).filter(({ role }) => role === 'neighbourhood-coach').map(({ id, name }) => ({ value: id, label: name }));
  const give = offer('grantMandate', { budgetId: pot.id }, { about: pot.name, values: { from: todayHere(), domains: [...LAWS] }, choices: { coaches } });
  return (
    <Card title={t('mandates.title')} intro={t('mandates.intro')} actions={<DeedButton deed={give} />}>
      {mandates.length === 0 ? <Empty title={t('mandates.none')}>{t('mandates.noneWhat')}</Empty> : (
        <DataTable
          caption={t('mandates.title')}
          rows={mandates}
          rowKey={({ coachId, from, perRequest, revokedAt }) => `${coachId} ${from} ${perRequest} ${revokedAt}`}
          columns={[
            { key: 'who', label: t('mandates.coach'), of: ({ coachId }) => nameOf(coachId) },
            { key: 'amount', label: t('mandates.perRequest'), number: true, of: ({ perRequest }) => money(perRequest) },
            { key: 'emergency', label: t('mandates.emergency'), of: ({ emergency }) => emergency && t('mandates.emergencyPart', { amount: money(emergency.upTo), count: emergency.settleWithinWorkingDays }) },
            { key: 'laws', label: t('mandates.laws'), of: ({ domains }) => (domains && domains.length < LAWS.length ? domains.map((one) => term('law', one)).join(', ') : t('mandates.allLaws')) },
            { key: 'period', label: t('mandates.period'), of: ({ from, until }) => (until ? t('mandates.until', { from: day(from), until: day(until) }) : t('mandates.from', { from: day(from) })) },
            { key: 'state', label: t('mandates.state'), of: ({ coachId, holds }) => (holds ? (
              <DeedButton small look="quiet" aria-label={t('mandates.revokeOf', { who: nameOf(coachId) })} deed={offer('revokeMandate', { budgetId: pot.id, coachId }, { about: nameOf(coachId) })} />
            ) : <Badge>{t('mandates.over')}</Badge>) },
          ]}
        />
      )}
    </Card>
  );
};
