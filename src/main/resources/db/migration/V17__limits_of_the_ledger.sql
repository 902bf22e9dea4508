-- Money that arrived counts as received from its confirmation on. Until then the entry, and the reversal of an entry that
-- was never confirmed, are here: a handful among all. The self-audit holds the rows against the ledger.
CREATE TABLE ledger_unsettled (
  entry_id BIGINT NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

INSERT INTO ledger_unsettled (entry_id)
SELECT e.id
  FROM ledger_entry e
  LEFT JOIN ledger_entry r ON r.id = e.reverses_id
  LEFT JOIN ledger_confirmation k ON k.entry_id = COALESCE(e.reverses_id, e.id)
 WHERE COALESCE(r.kind, e.kind) IN ('RECEIPT', 'IN_KIND') AND k.id IS NULL;

-- What two stand for is taken back by two: one asks, another confirms. At most one request of an entry is open.
CREATE TABLE reversal_request (
  id          BIGINT NOT NULL PRIMARY KEY,
  version     BIGINT NOT NULL,
  entry_id    BIGINT NOT NULL,
  counts_on   DATE NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  asked_by    VARCHAR(60) NOT NULL,
  asked_at    DATETIME(6) NOT NULL,
  answer      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  answered_by VARCHAR(60) NULL,
  answered_at DATETIME(6) NULL,
  open_entry  BIGINT AS (CASE WHEN answer = 'OPEN' THEN entry_id END) VIRTUAL,
  UNIQUE KEY reversal_request_one_open (open_entry),
  KEY reversal_request_by_entry (entry_id),
  CONSTRAINT reversal_request_entry FOREIGN KEY (entry_id) REFERENCES ledger_entry (id),
  CONSTRAINT reversal_request_by_two CHECK (answer <> 'CONFIRMED' OR answered_by <> asked_by),
  CONSTRAINT reversal_request_answered CHECK (answer = 'OPEN' OR (answered_by IS NOT NULL AND answered_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- What a statement says was taken back waits here for an approver: an officer who imports enters no refunds.
CREATE TABLE stated_refund (
  contribution_id BIGINT NOT NULL,
  value_date      DATE NOT NULL,
  figure          DECIMAL(30,12) NOT NULL,
  source          VARCHAR(500) NOT NULL,
  batch           VARCHAR(60) NOT NULL,
  PRIMARY KEY (contribution_id, value_date, figure),
  KEY stated_refund_by_batch (batch),
  CONSTRAINT stated_refund_contribution FOREIGN KEY (contribution_id) REFERENCES contribution (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
