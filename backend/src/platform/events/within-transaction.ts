export { WithinTransaction } from '../../kernel/within-transaction.js';
