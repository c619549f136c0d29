import '@perspectief/ui/styles.css';
import './font.css';
import './shell.css';
import { startWords } from './i18n';
import { askSession } from './session/session';

// Who this is, the words and the code are asked for together. Each part of the code runs by itself, so that a slow phone can paint between them.
const [words, session] = [startWords(), askSession()];
const { createRoot } = await import('react-dom/client');
const { App, ready } = await import('./app/app');
await Promise.all([words, ready]);
const first = await session;
const root = document.getElementById('root');
if (root) createRoot(root).render(<App session={first} />);
