import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { initI18n } from './app/i18n';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
initI18n().then(() => createRoot(root).render(<App />));
