import { SetMetadata } from '@nestjs/common';

export const WITHIN_TRANSACTION = 'gatehouse:within-transaction';

/**
 * Marks an event handler that must succeed or fail together with the command: it runs at once, in the same transaction.
 * Every other handler gets its own delivery row and is retried on its own after the commit.
 */
export const WithinTransaction = () => SetMetadata(WITHIN_TRANSACTION, true);
