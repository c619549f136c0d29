import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@perspectief/ui/styles.css';
import './font.css';
import { App } from './app/app';
import { startWords } from './i18n';

await startWords();
const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);
