-- Steps that were taken, in the order in which they were: none is changed or removed. Those from before are told by the
-- journal and written by the server.

CREATE TABLE agreement_step (
  agreement_id BIGINT NOT NULL,
  position     INT NOT NULL,
  step         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  taken_on     DATE NOT NULL,
  effective_on DATE NOT NULL,
  recorded_at  DATETIME(6) NOT NULL,
  reason       VARCHAR(2000) NULL,
  authority    VARCHAR(300) NULL,
  taken_by     VARCHAR(60) NOT NULL,
  PRIMARY KEY (agreement_id, position),
  CONSTRAINT agreement_step_agreement FOREIGN KEY (agreement_id) REFERENCES agreement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
