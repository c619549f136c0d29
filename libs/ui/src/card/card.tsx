import { useId, type ReactNode } from 'react';
import css from './card.module.css';

export interface CardProps {
  readonly title?: string;
  readonly intro?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
  readonly id?: string;
  /** One of many in a list: then it is no landmark, for a reader of landmarks would drown and two may bear one name. */
  readonly inList?: boolean;
}

/** A piece of the page with a name of its own. */
export const Card = ({ title, intro, actions, level = 2, children, id, inList = false }: CardProps) => {
  const label = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={css.card} id={id} role={inList ? 'group' : undefined} aria-labelledby={title ? label : undefined}>
      {(title || actions) && (
        <div className={css.head}>
          <div>
            {title && <Heading id={label}>{title}</Heading>}
            {intro && <div className={css.intro}>{intro}</div>}
          </div>
          {actions && <div className={css.actions}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
};

export interface AlertProps {
  readonly tone: 'late' | 'wait' | 'busy';
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What asks for attention first: a title, a sentence, what you can do. */
export const Alert = ({ tone, icon, title, children, actions }: AlertProps) => (
  <div className={`${css.card} ${css.alert} ${css[tone] ?? ''}`}>
    <span className={css.alertIcon} aria-hidden>{icon}</span>
    <div className={css.alertText}>
      <p>{title}</p>
      {children}
    </div>
    {actions && <div className={css.actions}>{actions}</div>}
  </div>
);
