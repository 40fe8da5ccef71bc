import { startConsole } from './app/start';
import './shared/styles/tokens.css';
import './shared/styles/base.css';
import './shared/styles/element.css';

await startConsole('#app');
