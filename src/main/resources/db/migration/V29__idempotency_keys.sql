-- Answers to posts that programs marked with an Idempotency-Key, for a day, so that one sent twice is carried out once.
-- No records: not journaled, and gone with the person they name.

CREATE TABLE idempotency_key (
  account      VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  posted_key   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  begun_at     DATETIME(6) NOT NULL,
  status       INT NULL,
  location     VARCHAR(500) NULL,
  tag          VARCHAR(100) NULL,
  media_type   VARCHAR(100) NULL,
  answer       MEDIUMTEXT NULL,
  PRIMARY KEY (account, posted_key),
  KEY idempotency_key_begun (begun_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
