-- What was sealed although something is wrong with it: back-dated, dated after its sealing, or not readable.

CREATE TABLE sealing_finding (
  change_set_id BIGINT NOT NULL,
  kind          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  found_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (change_set_id, kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: change sets that were sealed although something is wrong with them';
