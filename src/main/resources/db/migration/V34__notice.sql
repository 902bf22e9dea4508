-- What people are told, and how it comes by mail. A user's own things and no records: nothing here is journaled, sealed or
-- exported. A notice keeps the words that stand in its sentence; the sentence itself is written in the reader's language.

CREATE TABLE outbox (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id BIGINT NOT NULL,
  digest_on  DATE NULL,
  made_at    DATETIME(6) NOT NULL,
  state      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts   TINYINT NOT NULL,
  failure    VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  UNIQUE KEY outbox_digest (account_id, digest_on),
  KEY outbox_made (made_at),
  CONSTRAINT outbox_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE notice (
  id               BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id       BIGINT NOT NULL,
  kind             VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_kind      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id        BIGINT NOT NULL,
  record_reference VARCHAR(60) NOT NULL,
  words            VARCHAR(2000) NOT NULL,
  told_at          DATETIME(6) NOT NULL,
  read_at          DATETIME(6) NULL,
  mail_id          BIGINT NULL,
  KEY notice_of (account_id, id),
  KEY notice_unread (account_id, read_at),
  KEY notice_of_record (record_kind, record_id),
  KEY notice_in_mail (mail_id),
  KEY notice_told (told_at),
  CONSTRAINT notice_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE notice_choice (
  account_id BIGINT NOT NULL,
  kind       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  delivery   VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (account_id, kind),
  CONSTRAINT notice_choice_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
