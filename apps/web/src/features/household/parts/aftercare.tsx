import { useTranslation } from 'react-i18next';
import { Alert, Badge, Card, ClosedPart, Empty, useFormat, type Tone } from '@perspectief/ui';
import { TriangleAlert } from 'lucide-react';
import { DeedButton, DeedMenu } from '../../../commands/deeds';
import { useTerm } from '../../../terms/use-term';
import { isClosed } from '../opened';
import { useHouseholdPage } from '../page-context';
import css from './part.module.css';

const TONES: Readonly<Record<string, Tone>> = { planned: 'planned', held: 'done', missed: 'late', lapsed: 'plain' };

/** The time after: check-ins, setbacks, and the way back to support. */
export const Aftercare = () => {
  const { t } = useTranslation('household');
  const { day, money } = useFormat();
  const term = useTerm();
  const { trajectory, offer } = useHouseholdPage();
  const { aftercare: { current }, status } = trajectory;
  const running = current.phase === 'running';
  if (isClosed(trajectory, 'aftercare')) return <ClosedPart />;
  return (
    <>
      {current.relapse?.phase === 'flagged' && current.relapse.on && (
        <Alert tone="late" icon={<TriangleAlert />} title={t('aftercare.relapse', { day: day(current.relapse.on) })} actions={<DeedButton look="main" deed={running && offer('resumeSupport')} />} />
      )}
      <Card title={t('aftercare.title')} intro={current.startedOn && current.until ? t('aftercare.period', { from: day(current.startedOn), until: day(current.until) }) : undefined}
        actions={running ? (
          <>
            <DeedButton deed={offer('reportSetback')} />
            <DeedMenu look="quiet" label={t('debts.more')} deeds={[offer('resumeSupport'), offer('completeAftercare')]} />
          </>
        ) : <DeedButton deed={status === 'active' && offer('startAftercare')} />}>
        {current.phase === 'none' ? <Empty title={t('aftercare.none')} /> : (
          <ul className={css.list}>
            {(current.checkIns ?? []).map(({ number, phase, plannedOn, heldOn, wellbeing }) => (
              <li key={number} className={css.item}>
                <div><strong>{t('aftercare.checkIn', { number })}</strong><div className={`${css.meta} dots`}><span>{day(heldOn ?? plannedOn)}</span>{wellbeing !== null && <span>{t('aftercare.wellbeing', { mark: wellbeing })}</span>}</div></div>
                <span className="row">
                  <Badge tone={TONES[phase] ?? 'plain'}>{term('checkIn', phase)}</Badge>
                  {phase === 'planned' && running && <DeedMenu small look="quiet" label={t('debts.act')} describe={t('aftercare.actOn', { number })} deeds={(['holdCheckIn', 'missCheckIn'] as const).map((name) => offer(name, { number }, { about: day(plannedOn) }))} />}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {(current.setbacks ?? []).length > 0 && (
        <Card title={t('aftercare.setbacks')}>
          <ul className={css.list}>
            {(current.setbacks ?? []).map(({ kind, on, amount, partner }) => <li key={`${kind}${on}`}><strong>{term('setback', kind)}</strong><div className={`${css.meta} dots`}><span>{day(on)}</span>{partner && <span>{partner}</span>}{amount && <span>{money(amount)}</span>}</div></li>)}
          </ul>
        </Card>
      )}
    </>
  );
};
