import { createContext, lazy, Suspense, useCallback, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commandsOfRoles } from '@perspectief/graphql-contract/commands-of-roles';
import { usePerson } from '../session/session-provider';
import type { FormName } from './catalogue';
import type { OpenForm } from './command-form';

const CommandForm = lazy(async () => ({ default: (await import('./command-form')).CommandForm }));

/** Something that this person may do here: a command by its words, and the way to its form. */
export interface Deed {
  readonly name: FormName;
  readonly title: string;
  readonly open: () => void;
}

/** The deed of a command; undefined for who may not give that command at all, so that nobody can be shown what is not for him. */
export type Offer = (name: FormName, given: OpenForm['given'], more?: Omit<OpenForm, 'name' | 'given'>) => Deed | undefined;

const Opening = createContext<(form: OpenForm) => void>(() => undefined);

/** The only way to a form: it opens in a drawer beside the page. */
export const useOffer = (): Offer => {
  const open = useContext(Opening);
  const { role } = usePerson();
  const { t } = useTranslation('commands');
  return useCallback<Offer>(
    (name, given, more) => (commandsOfRoles[role]?.has(name) ? { name, title: t(`${name}.title`, { context: role }), open: () => open({ name, given, ...more }) } : undefined),
    [open, role, t],
  );
};

export const FormsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [form, setForm] = useState<{ readonly open: OpenForm; readonly key: number }>();
  const show = useCallback((open: OpenForm) => setForm((before) => ({ open, key: (before?.key ?? 0) + 1 })), []);
  return (
    <Opening.Provider value={show}>
      {children}
      {form && (
        <Suspense fallback={null}>
          <CommandForm key={form.key} {...form.open} onClose={() => setForm((now) => (now?.key === form.key ? undefined : now))} />
        </Suspense>
      )}
    </Opening.Provider>
  );
};
