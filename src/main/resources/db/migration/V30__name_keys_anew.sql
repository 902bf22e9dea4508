-- By more legal forms, two spellings of one organisation's name are one key: the start makes those of all partners anew.
DELETE FROM partner_name_key;
