-- Ids are taken a thousand at a time, no longer fifty. The number kept is where the next block ends, so it moves on by
-- what blocks have grown; what counts references is not of that kind.

UPDATE id_sequence SET next_val = next_val + 950 WHERE name NOT LIKE 'reference %';
