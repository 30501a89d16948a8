import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/tokens.css';
import { createRoot } from 'react-dom/client';
import { App, createParts } from './app/App';
import { initI18n } from './app/i18n';

// The styles of what is opened first come in one sheet: each further one is a request more before the first card.
import.meta.glob(
  [
    './ui/*.module.css',
    './features/pipeline/{*,board/*,filters/*}.module.css',
    './features/forecast/chance/*.module.css',
  ],
  { eager: true },
);

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
const parts = createParts();
// Who is signed in and what the first screen shows are asked for while the texts are on the way.
void parts.router.load();
initI18n().then(() => createRoot(root).render(<App {...parts} />));
