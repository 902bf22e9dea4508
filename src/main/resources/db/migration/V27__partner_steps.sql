-- The same of partners as V26 of agreements.

CREATE TABLE partner_step (
  partner_id   BIGINT NOT NULL,
  position     INT NOT NULL,
  step         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  taken_on     DATE NOT NULL,
  effective_on DATE NOT NULL,
  recorded_at  DATETIME(6) NOT NULL,
  reason       VARCHAR(2000) NULL,
  authority    VARCHAR(300) NULL,
  taken_by     VARCHAR(60) NOT NULL,
  PRIMARY KEY (partner_id, position),
  CONSTRAINT partner_step_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
