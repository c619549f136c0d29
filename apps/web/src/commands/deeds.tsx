import { Button, Menu, type ButtonProps, type MenuItem, type MenuProps } from '@perspectief/ui';
import type { Deed } from './forms-provider';

/** What is not offered is false or undefined. */
export type MaybeDeed = Deed | false | undefined;

/** A button for one deed, with the command's own words unless others say it better here; nothing where it is not offered. */
export const DeedButton = ({ deed, children, ...look }: Omit<ButtonProps, 'onClick'> & { readonly deed: MaybeDeed }) =>
  deed ? <Button {...look} onClick={deed.open}>{children ?? deed.title}</Button> : null;

export const itemsOf = (deeds: readonly MaybeDeed[]): readonly MenuItem[] =>
  deeds.flatMap((deed) => (deed ? [{ key: deed.name, label: deed.title, onChoose: deed.open }] : []));

/** Deeds behind one button; no button where none is offered. */
export const DeedMenu = ({ deeds, ...menu }: Omit<MenuProps, 'groups'> & { readonly deeds: readonly MaybeDeed[] }) => <Menu {...menu} groups={[{ items: itemsOf(deeds) }]} />;

/** The first as a button, the others behind "more". */
export const NextDeeds = ({ deeds, more, look = 'other' }: { readonly deeds: readonly MaybeDeed[]; readonly more: string; readonly look?: ButtonProps['look'] }) => {
  const [next, ...rest] = deeds.filter((deed) => deed !== undefined && deed !== false);
  return <><DeedButton look={look} deed={next} /><DeedMenu look="quiet" label={more} deeds={rest} /></>;
};
