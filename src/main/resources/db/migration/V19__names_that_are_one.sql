-- What a record is called, in the form in which two names are one (org.kizuna.shared.Text): its title and its other
-- names, and its acronym. Kept in step by the search, in the transaction that writes the record; no record of its own.
CREATE TABLE search_name (
  form      VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id BIGINT NOT NULL,
  acronym   BOOLEAN NOT NULL,
  PRIMARY KEY (form, kind, record_id, acronym),
  KEY search_name_by_record (kind, record_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Which form the search rows of a kind's records have, and how far those of older records have been made anew.
CREATE TABLE search_renewal (
  kind      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  form      INT NOT NULL,
  record_id BIGINT NOT NULL,
  PRIMARY KEY (kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
