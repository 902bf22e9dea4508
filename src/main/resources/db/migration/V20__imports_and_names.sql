-- Names of partners as two ways of writing one have them in common, so that one who is recorded twice is found in an
-- index. They are written with the partner; those of partners that were there before are written at the start.

CREATE TABLE partner_name_key (
  name_key   VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  partner_id BIGINT NOT NULL,
  PRIMARY KEY (name_key, partner_id),
  KEY partner_name_key_of (partner_id),
  CONSTRAINT partner_name_key_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Rows of files that are looked at before they are entered, as they were read; they go when the file is entered or
-- discarded. Line 0 is a sheet's name, line -1 what is wrong with the whole file.
CREATE TABLE import_row (
  batch_id BIGINT NOT NULL,
  sheet    INT NOT NULL,
  line     BIGINT NOT NULL,
  cells    MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (batch_id, sheet, line),
  CONSTRAINT import_row_batch FOREIGN KEY (batch_id) REFERENCES import_batch (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- How the columns of a layout were matched, by the SHA-256 of its heads.
CREATE TABLE import_layout (
  head_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  reading  TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Which partners were registered by an import, so that it can be taken back.
CREATE TABLE import_partner (
  batch_id   BIGINT NOT NULL,
  partner_id BIGINT NOT NULL,
  PRIMARY KEY (batch_id, partner_id),
  KEY import_partner_of (partner_id),
  CONSTRAINT import_partner_batch FOREIGN KEY (batch_id) REFERENCES import_batch (id),
  CONSTRAINT import_partner_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- How somebody said that a file is to be read.
ALTER TABLE import_batch ADD COLUMN reading MEDIUMTEXT NULL;

-- A whole import is taken back by two where receipts of it were confirmed, or refunds entered: then a request is of the
-- import, and of the role that confirms it. At most one of each is open.
ALTER TABLE reversal_request DROP FOREIGN KEY reversal_request_entry;
ALTER TABLE reversal_request
  MODIFY entry_id BIGINT NULL,
  MODIFY counts_on DATE NULL,
  ADD COLUMN batch    VARCHAR(60) NULL,
  ADD COLUMN answerer VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE reversal_request
  ADD COLUMN open_batch VARCHAR(80)
    AS (CASE WHEN answer = 'OPEN' AND batch IS NOT NULL THEN CONCAT(batch, ' ', answerer) END) VIRTUAL,
  ADD UNIQUE KEY reversal_request_one_open_of_batch (open_batch),
  ADD KEY reversal_request_by_batch (batch),
  ADD CONSTRAINT reversal_request_entry FOREIGN KEY (entry_id) REFERENCES ledger_entry (id),
  ADD CONSTRAINT reversal_request_of_one
    CHECK ((entry_id IS NOT NULL AND counts_on IS NOT NULL AND batch IS NULL)
      OR (entry_id IS NULL AND batch IS NOT NULL AND answerer IS NOT NULL));
