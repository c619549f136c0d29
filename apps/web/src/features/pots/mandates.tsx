import { useTranslation } from 'react-i18next';
import { Badge, Button, Card, DataTable, Empty, todayHere, useFormat } from '@perspectief/ui';
import { LAWS } from '../../commands/fields';
import { useForms } from '../../commands/forms-provider';
import { useColleagues } from '../../data/colleagues';
import { usePeople } from '../../data/people';
import { useTerm } from '../../terms/use-term';
import { useMandates, type Pot } from './use-pots';

const NOBODY: readonly never[] = [];

/** What each coach may spend from this pot without asking. */
export const Mandates = ({ pot }: { readonly pot: Pot }) => {
  const { t } = useTranslation('pots');
  const { t: command } = useTranslation('commands');
  const { money, day } = useFormat();
  const term = useTerm();
  const open = useForms();
  const page = useMandates(pot.id);
  const mandates = page.found?.mandates ?? [];
  const nameOf = usePeople(mandates.map(({ coachId }) => coachId));
  const coaches = useColleagues(NOBODY).filter(({ role }) => role === 'neighbourhood-coach').map(({ id, name }) => ({ value: id, label: name }));
  const give = () => open('grantMandate', { budgetId: pot.id }, { about: pot.name, values: { from: todayHere(), domains: [...LAWS] }, choices: { coaches } });
  return (
    <Card title={t('mandates.title')} intro={t('mandates.intro')} actions={<Button onClick={give}>{command('grantMandate.title')}</Button>}>
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
              <Button small look="quiet" aria-label={t('mandates.revokeOf', { who: nameOf(coachId) })} onClick={() => open('revokeMandate', { budgetId: pot.id, coachId }, { about: nameOf(coachId) })}>{command('revokeMandate.title')}</Button>
            ) : <Badge>{t('mandates.over')}</Badge>) },
          ]}
        />
      )}
    </Card>
  );
};
