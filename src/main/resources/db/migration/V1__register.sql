-- Runs unchanged on MariaDB 11.4 and MySQL 8.4/9.x. What that asked for is told in the decision record on the database.
-- A table whose comment begins with "append-only" is INSERT and SELECT for the application's account.

CREATE TABLE id_sequence (
  name     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  next_val BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE setting (
  id      BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  name    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value   VARCHAR(500) NOT NULL,
  UNIQUE KEY setting_name (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- who may do what -------------------------------------------------------------------------------------------------

CREATE TABLE account (
  id            BIGINT NOT NULL PRIMARY KEY,
  version       BIGINT NOT NULL,
  username      VARCHAR(60) NOT NULL,
  display_name  VARCHAR(120) NOT NULL,
  email         VARCHAR(254) NULL,
  password_hash VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  active        BOOLEAN NOT NULL,
  language      VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL,
  time_zone     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  theme         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  recorded_at   DATETIME(6) NOT NULL,
  UNIQUE KEY account_username (username)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE account_role (
  account_id BIGINT NOT NULL,
  role       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (account_id, role),
  CONSTRAINT account_role_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE access_token (
  id          BIGINT NOT NULL PRIMARY KEY,
  version     BIGINT NOT NULL,
  account_id  BIGINT NOT NULL,
  name        VARCHAR(120) NOT NULL,
  token_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_on  DATE NOT NULL,
  revoked_at  DATETIME(6) NULL,
  recorded_at DATETIME(6) NOT NULL,
  UNIQUE KEY access_token_hash (token_hash),
  KEY access_token_account (account_id, id),
  CONSTRAINT access_token_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- partners --------------------------------------------------------------------------------------------------------

CREATE TABLE partner (
  id                BIGINT NOT NULL PRIMARY KEY,
  version           BIGINT NOT NULL,
  reference         VARCHAR(60) NOT NULL,
  legal_name        VARCHAR(250) NOT NULL,
  local_name        VARCHAR(250) NULL,
  acronym           VARCHAR(40) NULL,
  sector            VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  organisation_type CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
  country           CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
  parent_id         BIGINT NULL,
  status            VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  collective        BOOLEAN NOT NULL,
  website           VARCHAR(300) NULL,
  note              TEXT NULL,
  recorded_by       VARCHAR(60) NOT NULL,
  recorded_at       DATETIME(6) NOT NULL,
  UNIQUE KEY partner_reference (reference),
  KEY partner_by_name (legal_name, id),
  KEY partner_by_sector (sector, legal_name, id),
  KEY partner_by_country (country, legal_name, id),
  KEY partner_by_status (status, legal_name, id),
  KEY partner_by_parent (parent_id, id),
  CONSTRAINT partner_parent FOREIGN KEY (parent_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE partner_name (
  partner_id BIGINT NOT NULL,
  position   INT NOT NULL,
  kind       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(250) NOT NULL,
  until_on   DATE NULL,
  PRIMARY KEY (partner_id, position),
  KEY partner_name_by_name (name, partner_id),
  CONSTRAINT partner_name_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE partner_identifier (
  partner_id BIGINT NOT NULL,
  list_code  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value      VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (partner_id, list_code, value),
  UNIQUE KEY partner_identifier_value (list_code, value),
  CONSTRAINT partner_identifier_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE partner_contact (
  partner_id BIGINT NOT NULL,
  position   INT NOT NULL,
  name       VARCHAR(120) NOT NULL,
  job_title  VARCHAR(160) NULL,
  email      VARCHAR(254) NULL,
  phone      VARCHAR(40) NULL,
  PRIMARY KEY (partner_id, position),
  CONSTRAINT partner_contact_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- agreements ------------------------------------------------------------------------------------------------------

CREATE TABLE agreement (
  id                  BIGINT NOT NULL PRIMARY KEY,
  version             BIGINT NOT NULL,
  reference           VARCHAR(60) NOT NULL,
  type                VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title               VARCHAR(300) NOT NULL,
  summary             TEXT NULL,
  status              VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  parent_id           BIGINT NULL,
  legally_binding     BOOLEAN NOT NULL,
  financial           BOOLEAN NOT NULL,
  currency            CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ceiling             DECIMAL(21,4) NULL,
  negotiated_on       DATE NULL,
  cleared_on          DATE NULL,
  cleared_by          VARCHAR(60) NULL,
  submitted_by        VARCHAR(60) NULL,
  signed_on           DATE NULL,
  in_force_on         DATE NULL,
  starts_on           DATE NULL,
  planned_end_on      DATE NULL,
  actual_end_on       DATE NULL,
  renewal             VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  renewal_months      INT NULL,
  notice_days         INT NULL,
  sample              BOOLEAN NOT NULL,
  recorded_by         VARCHAR(60) NOT NULL,
  recorded_at         DATETIME(6) NOT NULL,
  UNIQUE KEY agreement_reference (reference),
  KEY agreement_by_title (title, id),
  KEY agreement_by_status (status, title, id),
  KEY agreement_by_type (type, title, id),
  KEY agreement_by_end (planned_end_on, id),
  KEY agreement_by_parent (parent_id, id),
  CONSTRAINT agreement_parent FOREIGN KEY (parent_id) REFERENCES agreement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE agreement_party (
  agreement_id    BIGINT NOT NULL,
  position        INT NOT NULL,
  partner_id      BIGINT NOT NULL,
  role            VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signatory       VARCHAR(160) NULL,
  signatory_title VARCHAR(160) NULL,
  signed_on       DATE NULL,
  PRIMARY KEY (agreement_id, position),
  KEY agreement_party_by_partner (partner_id, agreement_id),
  CONSTRAINT agreement_party_agreement FOREIGN KEY (agreement_id) REFERENCES agreement (id),
  CONSTRAINT agreement_party_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- contributions ---------------------------------------------------------------------------------------------------

CREATE TABLE exchange_rate (
  id           BIGINT NOT NULL PRIMARY KEY,
  version      BIGINT NOT NULL,
  currency     CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  effective_on DATE NOT NULL,
  per_usd      DECIMAL(28,14) NOT NULL,
  source       VARCHAR(200) NOT NULL,
  UNIQUE KEY exchange_rate_day (currency, effective_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE contribution (
  id           BIGINT NOT NULL PRIMARY KEY,
  version      BIGINT NOT NULL,
  reference    VARCHAR(60) NOT NULL,
  purpose      VARCHAR(300) NOT NULL,
  donor_id     BIGINT NOT NULL,
  agreement_id BIGINT NULL,
  instrument   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  earmarking   CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NULL,
  currency     CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_by  VARCHAR(60) NOT NULL,
  recorded_at  DATETIME(6) NOT NULL,
  UNIQUE KEY contribution_reference (reference),
  KEY contribution_by_donor (donor_id, instrument, id),
  KEY contribution_by_agreement (agreement_id, id),
  KEY contribution_by_purpose (purpose, id),
  CONSTRAINT contribution_donor FOREIGN KEY (donor_id) REFERENCES partner (id),
  CONSTRAINT contribution_agreement FOREIGN KEY (agreement_id) REFERENCES agreement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE contribution_country (
  contribution_id BIGINT NOT NULL,
  country         CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (contribution_id, country),
  CONSTRAINT contribution_country_contribution FOREIGN KEY (contribution_id) REFERENCES contribution (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- donor, instrument and year repeat what the contribution and the value date say, because neither can change
-- afterwards and every figure of the dashboard is a sum over them
CREATE TABLE ledger_entry (
  id              BIGINT NOT NULL PRIMARY KEY,
  reference       VARCHAR(60) NOT NULL,
  contribution_id BIGINT NOT NULL,
  donor_id        BIGINT NOT NULL,
  instrument      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind            VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  measure         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount          DECIMAL(21,4) NOT NULL,
  exact_amount    DECIMAL(30,12) NOT NULL,
  currency        CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approximate     BOOLEAN NOT NULL,
  value_date      DATE NOT NULL,
  value_year      SMALLINT NOT NULL,
  usd_amount      DECIMAL(30,12) NULL,
  rate_per_usd    DECIMAL(28,14) NULL,
  rate_on         DATE NULL,
  rate_source     VARCHAR(300) NULL,
  source          VARCHAR(500) NULL,
  reason          VARCHAR(1000) NULL,
  reverses_id     BIGINT NULL,
  batch           VARCHAR(60) NULL,
  recorded_by     VARCHAR(60) NOT NULL,
  recorded_at     DATETIME(6) NOT NULL,
  UNIQUE KEY ledger_entry_reference (reference),
  UNIQUE KEY ledger_entry_reversed_once (reverses_id),
  KEY ledger_entry_by_contribution (contribution_id, value_date, id),
  KEY ledger_entry_by_date (value_date, id),
  KEY ledger_entry_by_donor (donor_id, value_date, id),
  KEY ledger_entry_figures (value_year, donor_id, instrument, measure, currency, value_date, usd_amount, exact_amount),
  KEY ledger_entry_by_batch (batch, id),
  CONSTRAINT ledger_entry_contribution FOREIGN KEY (contribution_id) REFERENCES contribution (id),
  CONSTRAINT ledger_entry_donor FOREIGN KEY (donor_id) REFERENCES partner (id),
  CONSTRAINT ledger_entry_reverses FOREIGN KEY (reverses_id) REFERENCES ledger_entry (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci COMMENT='append-only: a mistake is corrected by a reversal';

CREATE TABLE ledger_confirmation (
  id           BIGINT NOT NULL PRIMARY KEY,
  entry_id     BIGINT NOT NULL,
  confirmed_by VARCHAR(60) NOT NULL,
  confirmed_at DATETIME(6) NOT NULL,
  UNIQUE KEY ledger_confirmation_once (entry_id),
  CONSTRAINT ledger_confirmation_entry FOREIGN KEY (entry_id) REFERENCES ledger_entry (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci COMMENT='append-only: who saw the money arrive';

-- ISID events -----------------------------------------------------------------------------------------------------

CREATE TABLE event_series (
  id          BIGINT NOT NULL PRIMARY KEY,
  version     BIGINT NOT NULL,
  reference   VARCHAR(60) NOT NULL,
  title       VARCHAR(300) NOT NULL,
  summary     TEXT NULL,
  recorded_by VARCHAR(60) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  UNIQUE KEY event_series_reference (reference),
  KEY event_series_by_title (title, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE event_series_period (
  series_id BIGINT NOT NULL,
  position  INT NOT NULL,
  starts_on DATE NOT NULL,
  ends_on   DATE NOT NULL,
  source    VARCHAR(300) NOT NULL,
  PRIMARY KEY (series_id, position),
  CONSTRAINT event_series_period_series FOREIGN KEY (series_id) REFERENCES event_series (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE event_series_partner (
  series_id  BIGINT NOT NULL,
  position   INT NOT NULL,
  partner_id BIGINT NOT NULL,
  role       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (series_id, position),
  KEY event_series_partner_by_partner (partner_id, series_id),
  CONSTRAINT event_series_partner_series FOREIGN KEY (series_id) REFERENCES event_series (id),
  CONSTRAINT event_series_partner_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE event_series_attendance (
  series_id BIGINT NOT NULL,
  position  INT NOT NULL,
  figure    INT NOT NULL,
  quality             VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source    VARCHAR(300) NOT NULL,
  as_of     DATE NULL,
  PRIMARY KEY (series_id, position),
  CONSTRAINT event_series_attendance_series FOREIGN KEY (series_id) REFERENCES event_series (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- starts_at is the start as an instant (midnight where the hour is not known): the list is ordered by it
CREATE TABLE isid_event (
  id          BIGINT NOT NULL PRIMARY KEY,
  version     BIGINT NOT NULL,
  reference   VARCHAR(60) NOT NULL,
  series_id   BIGINT NULL,
  title       VARCHAR(300) NOT NULL,
  kind        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mode        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  start_on    DATE NOT NULL,
  start_time  TIME NULL,
  end_on      DATE NULL,
  end_time    TIME NULL,
  time_zone   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  starts_at   DATETIME(6) NOT NULL,
  venue       VARCHAR(300) NULL,
  link        VARCHAR(500) NULL,
  summary     TEXT NULL,
  outcome     TEXT NULL,
  recorded_by VARCHAR(60) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  UNIQUE KEY isid_event_reference (reference),
  KEY isid_event_by_start (starts_at, id),
  KEY isid_event_by_title (title, id),
  KEY isid_event_by_series (series_id, starts_at, id),
  KEY isid_event_by_kind (kind, starts_at, id),
  KEY isid_event_by_status (status, starts_at, id),
  CONSTRAINT isid_event_series FOREIGN KEY (series_id) REFERENCES event_series (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE event_partner (
  event_id   BIGINT NOT NULL,
  position   INT NOT NULL,
  partner_id BIGINT NOT NULL,
  role       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (event_id, position),
  KEY event_partner_by_partner (partner_id, event_id),
  CONSTRAINT event_partner_event FOREIGN KEY (event_id) REFERENCES isid_event (id),
  CONSTRAINT event_partner_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE event_speaking (
  event_id     BIGINT NOT NULL,
  position     INT NOT NULL,
  person       VARCHAR(160) NOT NULL,
  person_title VARCHAR(250) NULL,
  partner_id   BIGINT NULL,
  role         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  message      TEXT NULL,
  PRIMARY KEY (event_id, position),
  KEY event_speaking_by_partner (partner_id, event_id),
  CONSTRAINT event_speaking_event FOREIGN KEY (event_id) REFERENCES isid_event (id),
  CONSTRAINT event_speaking_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE event_attendance (
  event_id  BIGINT NOT NULL,
  position  INT NOT NULL,
  figure    INT NOT NULL,
  quality             VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source    VARCHAR(300) NOT NULL,
  as_of     DATE NULL,
  PRIMARY KEY (event_id, position),
  CONSTRAINT event_attendance_event FOREIGN KEY (event_id) REFERENCES isid_event (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE event_announcement (
  event_id     BIGINT NOT NULL,
  position     INT NOT NULL,
  title        VARCHAR(300) NOT NULL,
  publisher    VARCHAR(160) NOT NULL,
  link         VARCHAR(500) NULL,
  published_on DATE NULL,
  PRIMARY KEY (event_id, position),
  CONSTRAINT event_announcement_event FOREIGN KEY (event_id) REFERENCES isid_event (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- the target may be a record of any kind, also of one this table can't see: no foreign key, the register checks
CREATE TABLE event_link (
  event_id    BIGINT NOT NULL,
  position    INT NOT NULL,
  relation    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target_kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target_id   BIGINT NOT NULL,
  PRIMARY KEY (event_id, position),
  KEY event_link_by_target (target_kind, target_id, event_id),
  CONSTRAINT event_link_event FOREIGN KEY (event_id) REFERENCES isid_event (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- documents and imports -------------------------------------------------------------------------------------------

CREATE TABLE document (
  id          BIGINT NOT NULL PRIMARY KEY,
  version     BIGINT NOT NULL,
  record_kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id   BIGINT NOT NULL,
  title       VARCHAR(250) NOT NULL,
  file_name   VARCHAR(250) NOT NULL,
  media_type  VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size_bytes  BIGINT NOT NULL,
  sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  withdrawn   BOOLEAN NOT NULL,
  recorded_by VARCHAR(60) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  KEY document_by_record (record_kind, record_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE document_chunk (
  id          BIGINT NOT NULL PRIMARY KEY,
  document_id BIGINT NOT NULL,
  chunk_no    INT NOT NULL,
  bytes       MEDIUMBLOB NOT NULL,
  UNIQUE KEY document_chunk_no (document_id, chunk_no),
  CONSTRAINT document_chunk_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci COMMENT='append-only: what a document holds';

CREATE TABLE import_batch (
  id           BIGINT NOT NULL PRIMARY KEY,
  version      BIGINT NOT NULL,
  reference    VARCHAR(60) NOT NULL,
  format       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_name    VARCHAR(250) NOT NULL,
  source       VARCHAR(500) NOT NULL,
  document_id  BIGINT NULL,
  status       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  row_count    INT NOT NULL,
  recorded_by  VARCHAR(60) NOT NULL,
  recorded_at  DATETIME(6) NOT NULL,
  committed_at DATETIME(6) NULL,
  UNIQUE KEY import_batch_reference (reference),
  KEY import_batch_by_status (status, id),
  CONSTRAINT import_batch_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- history ---------------------------------------------------------------------------------------------------------

CREATE TABLE journal_change_set (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recorded_at  DATETIME(6) NOT NULL,
  actor        VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  actor_role   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  action       VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason       VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  detail       MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  change_count INT NOT NULL,
  KEY journal_change_set_by_actor (actor, id),
  KEY journal_change_set_by_action (action, id),
  KEY journal_change_set_by_time (recorded_at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: one row for each intention carried out';

CREATE TABLE journal_change (
  change_set_id BIGINT NOT NULL,
  position      INT NOT NULL,
  entity        VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entity_id     BIGINT NOT NULL,
  reference     VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  operation     VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version       BIGINT NULL,
  before_values MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  after_values  MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (change_set_id, position),
  KEY journal_change_by_record (entity, entity_id, change_set_id, position),
  CONSTRAINT journal_change_set FOREIGN KEY (change_set_id) REFERENCES journal_change_set (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: what one change set did to one record';

CREATE TABLE journal_mention (
  entity        VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entity_id     BIGINT NOT NULL,
  change_set_id BIGINT NOT NULL,
  position      INT NOT NULL,
  PRIMARY KEY (entity, entity_id, change_set_id, position),
  CONSTRAINT journal_mention_change FOREIGN KEY (change_set_id, position) REFERENCES journal_change (change_set_id, position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: which other records a change names';

-- finding things --------------------------------------------------------------------------------------------------

CREATE TABLE search_entry (
  kind      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id BIGINT NOT NULL,
  reference VARCHAR(250) NOT NULL,
  title     VARCHAR(300) NOT NULL,
  context   VARCHAR(300) NOT NULL,
  PRIMARY KEY (kind, record_id),
  KEY search_entry_by_reference (reference, kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE search_term (
  term      VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id BIGINT NOT NULL,
  PRIMARY KEY (term, kind, record_id),
  KEY search_term_by_record (kind, record_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
