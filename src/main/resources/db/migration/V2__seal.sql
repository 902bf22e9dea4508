-- Change sets as leaves of a Merkle tree, and its signed heads.

CREATE TABLE journal_leaf (
  leaf_index    BIGINT NOT NULL PRIMARY KEY,
  change_set_id BIGINT NOT NULL,
  hash          BINARY(32) NOT NULL,
  UNIQUE KEY journal_leaf_change_set (change_set_id),
  CONSTRAINT journal_leaf_of FOREIGN KEY (change_set_id) REFERENCES journal_change_set (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: change sets in the order in which they were sealed';

CREATE TABLE journal_subtree (
  level         TINYINT NOT NULL,
  subtree_index BIGINT NOT NULL,
  hash          BINARY(32) NOT NULL,
  PRIMARY KEY (level, subtree_index)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: hashes of the complete subtrees of two leaves and more';

CREATE TABLE journal_head (
  tree_size  BIGINT NOT NULL PRIMARY KEY,
  root       BINARY(32) NOT NULL,
  sealed_at  DATETIME(6) NOT NULL,
  key_id     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  public_key VARBINARY(200) NOT NULL,
  signature  VARBINARY(200) NOT NULL,
  settled_id BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='append-only: signed heads; change sets up to settled_id need not be looked at again';
