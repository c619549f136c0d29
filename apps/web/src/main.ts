import '@perspectief/ui/styles.css';
import './font.css';
import './shell.css';
import { firstSession } from './early';

// Who this is, what comes first, the words and the code are asked for together. Each part of the code runs by itself, so that a slow phone can paint between them;
// nothing of them is imported here in any other way, for this file waits for whatever it imports.
const words = import('./i18n').then(({ startWords }) => startWords());
const { createRoot } = await import('react-dom/client');
const { show, ready } = await import('./app/app');
await Promise.all([words, ready]);
const first = await firstSession;
const root = document.getElementById('root');
if (root) show(createRoot(root), first);
