-- A change of an approved partner's terms that waits for an approver; the partner stays as it is meanwhile. A partner
-- has one open change at most: open_of repeats its id while it is open.

CREATE TABLE partner_change (
  id          BIGINT NOT NULL PRIMARY KEY,
  version     BIGINT NOT NULL,
  partner_id  BIGINT NOT NULL,
  open_of     BIGINT NULL,
  state       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proposed_by VARCHAR(60) NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  decided_by  VARCHAR(60) NULL,
  decided_at  DATETIME(6) NULL,
  UNIQUE KEY partner_change_open (open_of),
  KEY partner_change_by_partner (partner_id, id),
  CONSTRAINT partner_change_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE partner_change_item (
  change_id    BIGINT NOT NULL,
  position     INT NOT NULL,
  field        VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value_before VARCHAR(250) NULL,
  value_after  VARCHAR(250) NULL,
  PRIMARY KEY (change_id, position),
  CONSTRAINT partner_change_item_change FOREIGN KEY (change_id) REFERENCES partner_change (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- A first password and one that an administrator set are changed at first use.
ALTER TABLE account ADD COLUMN password_to_change BOOLEAN NOT NULL DEFAULT FALSE;

-- Who is signed in where, so that a session can be seen and ended from another. Rows go with their sessions.
CREATE TABLE account_session (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id BIGINT NOT NULL,
  key_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  began_at   DATETIME(6) NOT NULL,
  seen_at    DATETIME(6) NOT NULL,
  address    VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  browser    VARCHAR(200) NOT NULL,
  UNIQUE KEY account_session_key (key_hash),
  KEY account_session_by_account (account_id, id),
  KEY account_session_by_beginning (began_at),
  CONSTRAINT account_session_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Browsers that signed in to an account before: others' failures do not hold them back.
CREATE TABLE account_browser (
  account_id   BIGINT NOT NULL,
  browser_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  used_on      DATE NOT NULL,
  PRIMARY KEY (account_id, browser_hash),
  KEY account_browser_by_day (used_on),
  CONSTRAINT account_browser_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
