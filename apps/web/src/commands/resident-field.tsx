import { useEffect, useState } from 'react';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { NamesByIdDocument } from '@perspectief/graphql-contract/names';
import { TextField, type ControlProps } from '@perspectief/ui';

const PAUSE_MS = 300;

type Found = { readonly phase: 'nobody' | 'asking' | 'unknown' } | { readonly phase: 'found'; readonly name: string };

/** Residents are in no list: who shows the code on the own screen is found by it, and named before anything is given. */
export const ResidentField = ({ value, onChange, error, ...words }: ControlProps<string> & { readonly onBlur: () => void }) => {
  const { t } = useTranslation('commands');
  const client = useClient();
  const [typed, setTyped] = useState(value);
  const [found, setFound] = useState<Found>({ phase: 'nobody' });
  const code = typed.trim();
  useEffect(() => {
    setFound({ phase: code === '' ? 'nobody' : 'asking' });
    if (code === '') return;
    let over = false;
    const ask = async () => {
      const { data } = await client.query(NamesByIdDocument, { ids: [code], first: 1 }).toPromise();
      if (over || !data) return;
      const person = data.people.__typename === 'PersonConnection' ? data.people.edges[0]?.node : undefined;
      const known = person?.role === 'household-member';
      setFound(known ? { phase: 'found', name: person.name } : { phase: 'unknown' });
      // What nobody has is no answer to the question.
      onChange(known ? code : '');
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
    // `onChange` is new at every turn of the form.
  }, [client, code]);
  return (
    <div className="stack-tight">
      <TextField {...words} error={found.phase === 'unknown' ? t('resident.unknown') : error} value={typed} onChange={(text) => { setTyped(text); onChange(text.trim()); }} />
      <p role="status">{found.phase === 'found' && <><CircleCheck size={18} aria-hidden /> {t('resident.found', { name: found.name })}</>}</p>
    </div>
  );
};
