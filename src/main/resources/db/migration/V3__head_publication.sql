-- Which signed heads were handed out, where, and what time-stamp authorities said about them.

CREATE TABLE head_publication_turn (
  sent_day  DATE NOT NULL,
  sent_hour TINYINT NOT NULL,
  place     VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (sent_day, sent_hour, place)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: of several servers the first to add the row sends';

CREATE TABLE head_publication (
  id        BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sent_day  DATE NOT NULL,
  place     VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  tree_size BIGINT NOT NULL,
  sent_at   DATETIME(6) NOT NULL,
  outcome   VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail    VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  KEY head_publication_by_day (sent_day, place),
  CONSTRAINT head_publication_of FOREIGN KEY (tree_size) REFERENCES journal_head (tree_size)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: heads sent outside, and attempts that failed';

CREATE TABLE head_timestamp (
  tree_size  BIGINT NOT NULL,
  authority  VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  stamped_at DATETIME(6) NOT NULL,
  token      MEDIUMBLOB NOT NULL,
  PRIMARY KEY (tree_size, authority),
  CONSTRAINT head_timestamp_of FOREIGN KEY (tree_size) REFERENCES journal_head (tree_size)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: RFC 3161 tokens about heads';
