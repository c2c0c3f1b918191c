import { defineJob } from '#kernel/server/outbox.ts';

/**
 * After a count was closed: the write-ahead log is emptied, so that nothing is left in it of the
 * order in which ballots came, nor of the codes that were destroyed.
 */
export const sealBox = defineJob<{ consultationId: string }>('polls/seal-box');
