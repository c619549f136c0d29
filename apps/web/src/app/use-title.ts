import { useEffect } from 'react';

/** The name of the page in the window; never a person's name, because windows are seen by others. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Perspectief`;
  }, [title]);
};
