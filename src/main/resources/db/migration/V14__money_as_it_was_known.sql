-- Money by the month it was recorded in and the month it is valued in, 202106 for June 2021: what was known at a past
-- moment is not summed from all entries there were by then. A job keeps the cells as it keeps those of ledger_sum.

CREATE TABLE ledger_known_sum (
  recorded_month INT NOT NULL,
  value_month    INT NOT NULL,
  currency       CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pledged        DECIMAL(42,12) NOT NULL,
  committed      DECIMAL(42,12) NOT NULL,
  received       DECIMAL(42,12) NOT NULL,
  entries        BIGINT NOT NULL,
  PRIMARY KEY (recorded_month, value_month, currency)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- one row: stale cells are not to be read; they are made anew from all entries
CREATE TABLE ledger_known_sum_state (
  id    INT NOT NULL PRIMARY KEY,
  stale BOOLEAN NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

INSERT INTO ledger_known_sum_state (id, stale) VALUES (1, TRUE);

-- Entries of some days are counted, and summed as they were known, in the index, and not in rows ten times as wide.
ALTER TABLE ledger_entry
  DROP INDEX ledger_entry_by_date,
  ADD INDEX ledger_entry_by_date (value_date, id, measure, recorded_at, currency, exact_amount);
