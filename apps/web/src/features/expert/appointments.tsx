import { useTranslation } from 'react-i18next';
import { Badge, Card, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { appointmentsOf, type Appointment, type Shared } from './use-families';
import css from './expert.module.css';

/** Of talks that were agreed months ahead, the first alone can be told of; that it did not go on, when its day has come. */
const Row = ({ appointment, shared, isNext }: { readonly appointment: Appointment; readonly shared: Shared; readonly isNext: boolean }) => {
  const { t } = useTranslation('expert');
  const { weekday, relative } = useFormat();
  const offer = useOffer();
  const { kind, on, number, what, actionId } = appointment;
  const given = { trajectoryId: shared.id };
  const late = on < shared.day;
  return (
    <li className="spread">
      <div>
        <strong>{kind === 'talk' ? t('talk', { number }) : what}</strong>
        <div className="soft small">{weekday(on)} {late && <Badge tone="late">{relative(on, shared.day)}</Badge>}</div>
      </div>
      {kind === 'talk' ? (
        <span className="row">
          <DeedButton small deed={isNext && offer('holdCheckIn', { ...given, number }, { about: weekday(on) })} />
          <DeedButton small look="quiet" deed={isNext && on <= shared.day && offer('missCheckIn', { ...given, number }, { about: weekday(on) })} />
        </span>
      ) : <DeedButton small deed={offer('completeAction', { ...given, actionId }, { about: what })} />}
    </li>
  );
};

/** Talks that were agreed and steps that were given to this expert. */
export const Appointments = ({ shared, me }: { readonly shared: Shared; readonly me: string }) => {
  const { t } = useTranslation('expert');
  const appointments = appointmentsOf(shared, me);
  const nextTalk = appointments.find(({ kind }) => kind === 'talk');
  return (
    <Card title={t('appointments')} intro={appointments.length === 0 ? t('noAppointments') : undefined}>
      {appointments.length > 0 && <ul className={css.list}>{appointments.map((one) => <Row key={one.key} appointment={one} shared={shared} isNext={one === nextTalk} />)}</ul>}
    </Card>
  );
};
