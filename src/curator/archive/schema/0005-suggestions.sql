-- Names that a person said shall not be put on record: in one article, or (article_id NULL) in all of the archive.
CREATE TABLE rejected_name (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article_id INTEGER REFERENCES article (id),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'event', 'place', 'theme')),
    name TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT;
CREATE INDEX rejected_name_folded ON rejected_name (folded, kind);
CREATE INDEX rejected_name_article ON rejected_name (article_id);

-- What stands in the texts: worked out from them, never a record, made again when it is missing.
DROP TABLE suggestion;
-- One name in one article.
CREATE TABLE suggestion (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- NULL: a name that is not on record.
    authority_id INTEGER,
    -- The name on record that was found; of a name that is not on record, its fullest form in the text.
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    -- JSON: [[start, end], ...] in code points; [[null, null]] for a name that stands only in the title.
    places TEXT NOT NULL,
    -- How many of the places nobody has decided about.
    open INTEGER NOT NULL,
    score INTEGER NOT NULL,
    why TEXT NOT NULL
) STRICT;
CREATE INDEX suggestion_article ON suggestion (article_id);
CREATE INDEX suggestion_name ON suggestion (authority_id, folded, kind, open, score);

-- What was read of each article when names were looked for in it; another text, title or language in use: once more.
CREATE TABLE suggestion_scan (
    article_id INTEGER PRIMARY KEY,
    body_hash TEXT NOT NULL,
    title TEXT,
    language TEXT,
    -- 1: names changed that may stand in it.
    stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1))
) STRICT;
