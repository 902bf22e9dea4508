-- Drafts: what somebody has typed into a form and not saved yet. A user's own things and no records: nothing here is
-- journaled, sealed or exported. The address tells the page and the record; the content holds the fields in their order
-- and how many rows each list has, as JSON.

CREATE TABLE draft (
  account_id       BIGINT NOT NULL,
  address          VARCHAR(700) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_kind      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  record_reference VARCHAR(60) NULL,
  title            VARCHAR(300) NOT NULL,
  content          MEDIUMTEXT NOT NULL,
  saved_at         DATETIME(6) NOT NULL,
  PRIMARY KEY (account_id, address),
  KEY draft_saved (saved_at),
  CONSTRAINT draft_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
