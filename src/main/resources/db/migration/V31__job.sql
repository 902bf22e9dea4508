-- Work that nobody waits for: what is asked for or due, which server does it, how far it is and how it ended. No records:
-- nothing here is journaled, sealed or exported. The content is for whoever does the work.

CREATE TABLE job (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  job_key      VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  content      MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  asked_by     VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  asked_at     DATETIME(6) NOT NULL,
  due_at       DATETIME(6) NOT NULL,
  state        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts     TINYINT NOT NULL,
  progress     TINYINT NOT NULL,
  claimed_by   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  started_at   DATETIME(6) NULL,
  heartbeat_at DATETIME(6) NULL,
  result       VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ended_at     DATETIME(6) NULL,
  UNIQUE KEY job_once (name, job_key),
  KEY job_by_state (state, due_at),
  KEY job_by_time (name, asked_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Dossiers that were asked for before. The old table stays and is read no more.

INSERT INTO job (name, job_key, content, asked_by, asked_at, due_at, state, attempts, progress, claimed_by, heartbeat_at,
  result, ended_at)
SELECT 'dossier', id,
  CONCAT('{"from":', COALESCE(CONCAT('"', CONVERT(from_on USING utf8mb4) COLLATE utf8mb4_bin, '"'), 'null'),
    ',"head":', COALESCE(CONVERT(head USING utf8mb4) COLLATE utf8mb4_bin, 'null'),
    ',"id":', COALESCE(CONVERT(record_id USING utf8mb4) COLLATE utf8mb4_bin, 'null'),
    ',"kind":', COALESCE(CONCAT('"', CONVERT(record_kind USING utf8mb4) COLLATE utf8mb4_bin, '"'), 'null'),
    ',"knownOn":', COALESCE(CONCAT('"', CONVERT(known_on USING utf8mb4) COLLATE utf8mb4_bin, '"'), 'null'),
    ',"name":', COALESCE(JSON_QUOTE(CONVERT(name USING utf8mb4) COLLATE utf8mb4_bin), 'null'),
    ',"part":"', CONVERT(part USING utf8mb4) COLLATE utf8mb4_bin,
    '","size":', CONVERT(tree_size USING utf8mb4) COLLATE utf8mb4_bin,
    ',"standingOn":', COALESCE(CONCAT('"', CONVERT(standing_on USING utf8mb4) COLLATE utf8mb4_bin, '"'), 'null'),
    ',"to":', COALESCE(CONCAT('"', CONVERT(to_on USING utf8mb4) COLLATE utf8mb4_bin, '"'), 'null'), '}'),
  asked_by, asked_at, asked_at,
  CASE WHEN status IN ('READY', 'EXPIRED') THEN 'DONE' ELSE status END,
  CASE WHEN status = 'WAITING' THEN 0 ELSE 1 END,
  percent, worker, beat_at,
  CASE status WHEN 'EXPIRED' THEN 'EXPIRED' WHEN 'FAILED' THEN 'FAILED' END,
  finished_at
FROM dossier_job
ORDER BY asked_at, id;
