-- Received is what is confirmed; what is not confirmed yet has a column of its own in every sum that is kept. An entry comes
-- into the cells as it was entered, and its confirmation moves it: what is confirmed waits in ledger_unmoved for the job.
CREATE TABLE ledger_unmoved (
  entry_id BIGINT NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

ALTER TABLE ledger_sum ADD COLUMN unconfirmed DECIMAL(65,26) NOT NULL DEFAULT 0 AFTER received;
ALTER TABLE ledger_known_sum ADD COLUMN unconfirmed DECIMAL(42,12) NOT NULL DEFAULT 0 AFTER received;

-- made anew from all entries
UPDATE ledger_sum_currency SET stale = TRUE;
UPDATE ledger_known_sum_state SET stale = TRUE;

-- What was confirmed by a moment is found without looking at every confirmation.
CREATE INDEX ledger_confirmation_as_known ON ledger_confirmation (confirmed_at, entry_id);

-- A reversal is worth what its entry was, at the rate of that entry's day.
ALTER TABLE ledger_entry
  DROP INDEX ledger_entry_figures,
  ADD INDEX ledger_entry_figures (value_year, donor_id, instrument, measure, currency, value_date, usd_amount, exact_amount, reverses_id);
