import { centsOf } from '@perspectief/ui';
import css from './pots.module.css';

/** Paid, promised and free as one bar; the figures stand beside it in words. */
export const Room = ({ year }: { readonly year: { readonly contributed: string | null; readonly paid: string | null; readonly reserved: string | null } }) => {
  const whole = centsOf(year.contributed ?? '0');
  if (whole <= 0) return null;
  const part = (amount: string | null): string => `${Math.max(0, Math.min(100, (centsOf(amount ?? '0') / whole) * 100))}%`;
  return (
    <div className={css.room} aria-hidden>
      <div className={css.roomPaid} style={{ width: part(year.paid) }} />
      <div className={css.roomReserved} style={{ width: part(year.reserved) }} />
    </div>
  );
};
