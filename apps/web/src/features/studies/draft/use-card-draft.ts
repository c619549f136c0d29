import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, keep, recall } from '../../../drafts/vault';
import { emptyCard, type CardDraft } from './card-draft';

const WAIT_MS = 400;

/** A card that is being written, kept on this device and taken up again. `from` is the card of before, where there is one. */
export const useCardDraft = (name: string, from: CardDraft | undefined) => {
  const [card, setCard] = useState<CardDraft>(() => from ?? emptyCard());
  const [kept, setKept] = useState(false);
  const [takenUp, setTakenUp] = useState(false);
  const pending = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly card: CardDraft }>(undefined);
  const touched = useRef(false);

  useEffect(() => {
    let over = false;
    void recall<CardDraft>(name).then((draft) => {
      if (over || touched.current || !draft) return;
      setCard(draft);
      setKept(true);
      setTakenUp(true);
    });
    return () => {
      over = true;
      if (!pending.current) return;
      clearTimeout(pending.current.timer);
      void keep(name, pending.current.card);
    };
  }, [name]);

  const change = useCallback((part: Partial<CardDraft>) => {
    touched.current = true;
    setKept(false);
    setCard((before) => {
      const next = { ...before, ...part };
      clearTimeout(pending.current?.timer);
      const timer = setTimeout(() => {
        pending.current = undefined;
        void keep(name, next).then(setKept);
      }, WAIT_MS);
      pending.current = { timer, card: next };
      return next;
    });
  }, [name]);

  const forget = useCallback(async () => {
    clearTimeout(pending.current?.timer);
    pending.current = undefined;
    await drop(name);
  }, [name]);

  const startOver = useCallback(() => {
    setCard(from ?? emptyCard());
    setKept(false);
    setTakenUp(false);
    void forget();
  }, [from, forget]);

  return { card, kept, takenUp, change, forget, startOver };
};
