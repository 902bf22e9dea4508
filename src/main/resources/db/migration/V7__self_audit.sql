-- What the register found when it looked at itself.

CREATE TABLE self_audit (
  id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  night       DATE NULL,
  asked_by    VARCHAR(60) NOT NULL,
  began_at    DATETIME(6) NOT NULL,
  seen_at     DATETIME(6) NOT NULL,
  ended_at    DATETIME(6) NULL,
  change_sets BIGINT NOT NULL,
  records     BIGINT NOT NULL,
  findings    BIGINT NOT NULL,
  failure     VARCHAR(500) NULL,
  UNIQUE KEY self_audit_once_a_night (night)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE self_audit_finding (
  audit_id BIGINT NOT NULL,
  number   INT NOT NULL,
  kind     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place    VARCHAR(400) NOT NULL,
  field    VARCHAR(60) NULL,
  expected VARCHAR(1000) NULL,
  found    VARCHAR(1000) NULL,
  PRIMARY KEY (audit_id, number),
  CONSTRAINT self_audit_finding_of FOREIGN KEY (audit_id) REFERENCES self_audit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci COMMENT='append-only: what a look at the register found';
