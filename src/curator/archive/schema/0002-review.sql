-- The review of imports: what was read and waits for a person. None of it is a record; nothing of it is journalled.

-- The language of each paragraph ("az*12 ru az*3"); NULL: all have that of the article.
ALTER TABLE article_text ADD COLUMN languages TEXT;
-- What a batch is called, and who gathered it: often another person than who imports it.
ALTER TABLE accession ADD COLUMN title TEXT;
ALTER TABLE accession ADD COLUMN collector TEXT;

-- A batch. Its uid is that of the accession it becomes.
CREATE TABLE review (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    started TEXT NOT NULL,
    -- When the last file was read; NULL: files are being read, or reading was cut off.
    finished TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('import', 'watch')),
    source TEXT NOT NULL,
    -- JSON, so that names that are no text come through: the folder that paths start at, and the paths as given.
    folder TEXT NOT NULL,
    paths TEXT NOT NULL,
    -- JSON: field -> columns that articles without a value of their own take; "title", "collector", "collection".
    defaults TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- An article to be, or a file that could not be read. Its uid is that of the accession_item it becomes: an item whose
-- uid stands there is committed.
CREATE TABLE review_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    review_id INTEGER NOT NULL REFERENCES review (id),
    position INTEGER NOT NULL,
    path TEXT NOT NULL,
    -- The path as JSON, where it is no text.
    exact_path TEXT,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'accepted', 'rejected')),
    need TEXT NOT NULL CHECK (need IN ('clean', 'look', 'duplicate', 'similar', 'failed')),
    -- JSON: [[code, message, hint], ...], worst first.
    reasons TEXT NOT NULL DEFAULT '[]',
    -- What a person said of the likeness to others; NULL: nothing yet.
    decision TEXT CHECK (decision IN ('skip', 'keep', 'not same')),
    -- JSON: what a person changed in the reading.
    edits TEXT NOT NULL DEFAULT '{}',
    -- JSON: [{"article" or "item": id, "per_mille": n, "bytes": true}, ...], most alike first.
    duplicates TEXT NOT NULL DEFAULT '[]',
    -- For lists: the reading with the edits.
    title TEXT,
    suggested_title TEXT,
    published TEXT,
    publication TEXT,
    language TEXT,
    -- The file as received. Its bytes stand in originals/ like those of the articles.
    sha256 TEXT,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL DEFAULT '',
    encoding TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0,
    reader TEXT NOT NULL DEFAULT '',
    reader_version TEXT NOT NULL DEFAULT '',
    body_hash TEXT
) STRICT;
CREATE INDEX review_item_review ON review_item (review_id, position);
CREATE INDEX review_item_sha256 ON review_item (sha256);
CREATE INDEX review_item_body ON review_item (body_hash);

-- Apart from review_item, so that lists scan narrow rows. The id is that of the item.
CREATE TABLE review_reading (
    id INTEGER PRIMARY KEY REFERENCES review_item (id),
    reading TEXT NOT NULL
) STRICT;

-- Pictures that came with a page; their bytes stand in originals/.
CREATE TABLE review_attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES review_item (id),
    address TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL
) STRICT;
CREATE INDEX review_attachment_item ON review_attachment (item_id);
CREATE INDEX review_attachment_sha256 ON review_attachment (sha256);

-- The undo stack of each review. before: JSON, {"review": {column: value}, "items": {id: {column: value}}}.
CREATE TABLE review_edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    review_id INTEGER NOT NULL REFERENCES review (id),
    label TEXT NOT NULL,
    before TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX review_edit_review ON review_edit (review_id, id);

-- Files that a watched folder has brought once.
CREATE TABLE watched_file (
    sha256 TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
