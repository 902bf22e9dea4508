-- What the journal says of persons, apart from it: here it can be erased, there a commitment to it stays.

CREATE TABLE journal_personal (
  commitment CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  entity     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entity_id  BIGINT NOT NULL,
  person     VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  value      VARCHAR(1000) NULL,
  salt       CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  erased_in  BIGINT NULL,
  KEY journal_personal_by_record (entity, entity_id),
  CONSTRAINT journal_personal_erased_in FOREIGN KEY (erased_in) REFERENCES journal_change_set (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
