-- Partners of one country and one sector are listed and counted in an index, and not picked out of all of the country.
CREATE INDEX partner_by_country_and_sector ON partner (country, sector, legal_name, id);
