-- Sums of ledger entries in the currencies most asked for. A cell takes in one donor, instrument and year; donor 0 stands
-- for all donors and instrument ALL for all instruments. What has just been entered is in ledger_unsummed until a job
-- adds it to the cells, so that no two who enter wait for the same cell.

CREATE TABLE ledger_sum (
  currency        CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  instrument      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  donor_id        BIGINT NOT NULL,
  value_year      SMALLINT NOT NULL,
  pledged         DECIMAL(65,26) NOT NULL,
  committed       DECIMAL(65,26) NOT NULL,
  received        DECIMAL(65,26) NOT NULL,
  entries         BIGINT NOT NULL,
  not_convertible BIGINT NOT NULL,
  PRIMARY KEY (currency, instrument, donor_id, value_year),
  KEY ledger_sum_largest (currency, instrument, value_year, received, donor_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE ledger_unsummed (
  entry_id BIGINT NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- the cells of a stale currency are not to be read; they are made anew from all entries
CREATE TABLE ledger_sum_currency (
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  stale    BOOLEAN NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

INSERT INTO ledger_sum_currency (currency, stale) VALUES ('USD', TRUE), ('EUR', TRUE), ('JPY', TRUE);

-- What somebody did of one kind is found without looking at all they did.
CREATE INDEX journal_change_set_by_actor_action ON journal_change_set (actor, action, id);

-- What begins with a word that thousands begin with is found in the order it is shown in.
CREATE INDEX search_entry_by_title ON search_entry (title, kind, record_id);
