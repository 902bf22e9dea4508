-- Receipts that nobody has confirmed and nobody has taken back: a handful among all receipts. The rows come and go in the
-- transactions that enter, confirm and reverse; the self-audit holds them against the ledger.

CREATE TABLE ledger_unconfirmed (
  entry_id    BIGINT NOT NULL PRIMARY KEY,
  recorded_by VARCHAR(60) NOT NULL,
  KEY ledger_unconfirmed_by_recorder (recorded_by, entry_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

INSERT INTO ledger_unconfirmed (entry_id, recorded_by)
SELECT e.id, e.recorded_by
  FROM ledger_entry e
  LEFT JOIN ledger_confirmation k ON k.entry_id = e.id
  LEFT JOIN ledger_entry b ON b.reverses_id = e.id
 WHERE e.kind IN ('RECEIPT', 'IN_KIND') AND k.id IS NULL AND b.id IS NULL;

-- What is due is counted in an index, and not among all agreements of a status.
CREATE INDEX agreement_by_status_and_end ON agreement (status, planned_end_on);
CREATE INDEX agreement_by_status_and_recorder ON agreement (status, recorded_by);

-- Money as it was known at a moment is summed from the index, and not from rows ten times as wide. What is entered goes to
-- its end, as time goes on.
CREATE INDEX ledger_entry_as_known ON ledger_entry (recorded_at, value_date, currency, measure, donor_id, exact_amount);
