import { createContext, lazy, Suspense, useCallback, useContext, useState, type ReactNode } from 'react';
import type { FormName } from './catalogue';
import type { OpenForm } from './command-form';

const CommandForm = lazy(async () => ({ default: (await import('./command-form')).CommandForm }));

export type Open = (name: FormName, given: OpenForm['given'], more?: Omit<OpenForm, 'name' | 'given'>) => void;

const Opening = createContext<Open>(() => undefined);

/** Opens the form of a command in a drawer beside the page. */
export const useForms = (): Open => useContext(Opening);

export const FormsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [form, setForm] = useState<{ readonly open: OpenForm; readonly key: number }>();
  const show = useCallback((open: OpenForm) => setForm((before) => ({ open, key: (before?.key ?? 0) + 1 })), []);
  const open = useCallback<Open>((name, given, more) => show({ name, given, ...more }), [show]);
  return (
    <Opening.Provider value={open}>
      {children}
      {form && (
        <Suspense fallback={null}>
          <CommandForm key={form.key} {...form.open} onClose={() => setForm((now) => (now?.key === form.key ? undefined : now))} onOpen={show} />
        </Suspense>
      )}
    </Opening.Provider>
  );
};
