import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';

export type Look = 'main' | 'other' | 'quiet' | 'stop' | 'icon';

export interface ButtonLook {
  readonly look?: Look;
  readonly small?: boolean;
  readonly wide?: boolean;
}

/** The class of something that looks like a button but is a link. */
export const buttonClass = ({ look = 'other', small = false, wide = false }: ButtonLook = {}): string =>
  [css.button, css[look], small && css.small, wide && css.wide].filter(Boolean).join(' ');

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {
  readonly icon?: ReactNode;
}

export const Button = ({ look, small, wide, icon, children, type = 'button', className, ...rest }: ButtonProps) => (
  <button {...rest} type={type} className={[buttonClass({ look, small, wide }), className].filter(Boolean).join(' ')}>
    {icon}
    {children}
  </button>
);

/** A button with a picture only; `label` is what a screen reader says and what the pointer shows. */
export const IconButton = ({ label, children, ...rest }: Omit<ButtonProps, 'look' | 'icon'> & { readonly label: string }) => (
  <Button {...rest} look="icon" aria-label={label} title={label}>
    {children}
  </Button>
);
