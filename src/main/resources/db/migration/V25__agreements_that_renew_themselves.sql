-- Those whose last day of notice is asked for each day.
CREATE INDEX agreement_by_renewal ON agreement (renewal, status);
