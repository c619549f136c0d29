import { useState } from 'react';
import { ChevronLeft, ChevronRight, History, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Button, buttonClass, DayField, dayFrom, IconButton, todayHere, useFormat } from '@perspectief/ui';
import { useAsOf } from './as-of';
import css from './household.module.css';

/** A whole day turns the page, an empty field turns it back; what is half typed does nothing yet. */
const turn = (typed: string, go: (day: string | undefined) => void): void => {
  const day = dayFrom(typed);
  if (day !== undefined || typed === '') go(day !== undefined && day <= todayHere() ? day : undefined);
};

/** Turns the whole page to another day: by date, or a day at a time with the arrows. */
export const AsOfBar = () => {
  const { t } = useTranslation('household');
  const { day } = useFormat();
  const { trajectoryId } = useParams();
  const { asOf, knownAt, past, go, step } = useAsOf();
  const [open, setOpen] = useState(false);
  if (!past && !open)
    return <Button look="quiet" small icon={<History size={18} aria-hidden />} onClick={() => setOpen(true)}>{t('asOf.open')}</Button>;
  return (
    <section className={`${css.asOf} ${past ? css.past : ''}`} aria-label={t('asOf.label')} data-screen-only>
      <p className={css.asOfBadge} role="status">
        {past ? <><History size={18} aria-hidden /> {[asOf && t('asOf.was', { day: day(asOf) }), knownAt && t('asOf.known', { day: day(knownAt) })].filter(Boolean).join(' · ')}</> : t('asOf.today')}
      </p>
      <div className={css.asOfFields}>
        <div className={css.asOfDay}>
          <IconButton label={t('asOf.before')} onClick={() => step(-1)}><ChevronLeft aria-hidden /></IconButton>
          <DayField label={t('asOf.day')} max={todayHere()} narrows bare value={asOf ?? ''} onChange={(chosen) => turn(chosen, (day) => go({ asOf: day, knownAt }))} />
          <IconButton label={t('asOf.after')} onClick={() => step(1)} aria-disabled={!asOf}><ChevronRight aria-hidden /></IconButton>
        </div>
        <DayField label={t('asOf.knownOn')} max={todayHere()} narrows bare value={knownAt ?? ''} onChange={(chosen) => turn(chosen, (day) => go({ asOf, knownAt: day }))} />
      </div>
      <div className="row">
        <Link className={buttonClass({ small: true })} to={`/huishouden/${trajectoryId}/vergelijk${asOf ? `?van=${asOf}&tot=${todayHere()}` : ''}`}>{t(asOf ? 'asOf.compare' : 'asOf.compareTwo')}</Link>
        <Button small look="quiet" icon={<X size={18} aria-hidden />} onClick={() => { go({ asOf: undefined, knownAt: undefined }); setOpen(false); }}>{t('asOf.close')}</Button>
      </div>
    </section>
  );
};
