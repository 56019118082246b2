-- What a name is used for and what not (skos:scopeNote); `note` says what there is to know of what it names.
ALTER TABLE authority ADD COLUMN scope_note TEXT;
