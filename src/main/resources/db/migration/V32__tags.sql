-- Tags of records of any kind: codes out of published lists, with a share of the whole where it is known. One row says that
-- a record has tags, so that a save over somebody else's is refused and the shares of a list go on summing to 100; the record
-- is named by kind and id, since a key over several tables there is none.

CREATE TABLE record_tags (
  id          BIGINT NOT NULL PRIMARY KEY,
  version     BIGINT NOT NULL,
  record_kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id   BIGINT NOT NULL,
  reference   VARCHAR(60) NOT NULL,
  UNIQUE KEY record_tags_record (record_kind, record_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE tag (
  tags_id            BIGINT NOT NULL,
  position           INT NOT NULL,
  vocabulary         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  vocabulary_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code               VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  percentage         DECIMAL(5, 2) NULL,
  PRIMARY KEY (tags_id, position),
  KEY tag_by_code (vocabulary, code, tags_id),
  CONSTRAINT tag_tags FOREIGN KEY (tags_id) REFERENCES record_tags (id),
  CONSTRAINT tag_percentage CHECK (percentage > 0 AND percentage <= 100)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
