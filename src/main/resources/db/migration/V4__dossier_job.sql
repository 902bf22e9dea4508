-- Dossiers that take longer than somebody waits for an answer. Work under way, no record: what was asked and what left
-- is in the journal.

CREATE TABLE dossier_job (
  id          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  asked_by    VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  asked_at    DATETIME(6) NOT NULL,
  record_kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  record_id   BIGINT NULL,
  part        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name        VARCHAR(600) NULL,
  from_on     DATE NULL,
  to_on       DATE NULL,
  known_on    DATE NULL,
  standing_on DATE NULL,
  head        BIGINT NULL,
  tree_size   BIGINT NOT NULL,
  status      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  percent     TINYINT NOT NULL,
  worker      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  beat_at     DATETIME(6) NULL,
  finished_at DATETIME(6) NULL,
  KEY dossier_job_by_status (status, asked_at),
  KEY dossier_job_by_time (asked_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
