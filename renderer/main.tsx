import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { readStyleNonce } from './app/style-nonce.ts';
import { createClient } from './contract/client.ts';

// Scroll locking inside Mantine's dialogs reads its nonce from this global, not from the provider.
globalThis.__webpack_nonce__ = readStyleNonce();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html holds no #root');
createRoot(root).render(<App client={createClient(window.raidscope)} />);
