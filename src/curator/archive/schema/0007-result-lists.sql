-- What a query found at one moment, kept as it was: to be cited, and checked later. How the hash is made:
-- docs/data-model.md, "Frozen lists".
CREATE TABLE result_list (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    -- JSON: what was chosen in facets besides; NULL: nothing.
    filters TEXT,
    sort TEXT NOT NULL,
    frozen_at TEXT NOT NULL,
    frozen_by TEXT NOT NULL,
    total INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    note TEXT
) STRICT;

CREATE TABLE result_list_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    list_id INTEGER NOT NULL REFERENCES result_list (id),
    -- From 1, in the order of the list.
    position INTEGER NOT NULL,
    -- The article's uid stays when the article is erased for good; what it was called does not.
    article_uid TEXT NOT NULL,
    article_id INTEGER REFERENCES article (id),
    title TEXT,
    published TEXT,
    -- Of the text in use then.
    body_hash TEXT,
    UNIQUE (list_id, position)
) STRICT;
CREATE INDEX result_list_item_article ON result_list_item (article_id);

-- The last searches of this copy of the archive. Not records: no history, in no package.
CREATE TABLE search_history (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    query TEXT NOT NULL UNIQUE,
    total INTEGER NOT NULL
) STRICT;
