-- The first schema. One statement of what an archive holds; docs/data-model.md explains it table by table.
-- Rules: STRICT; ids AUTOINCREMENT (a reused id would join an undo to the wrong row); every record has a uid (UUIDv7)
-- that crosses files; journalled columns are INTEGER or TEXT; no cascades, so that the journal sees every deleted row.

-- The archive as a whole: exactly one row.
CREATE TABLE archive (
    id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id = 1),
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    note TEXT,
    created TEXT NOT NULL
) STRICT;

-- One import run.
CREATE TABLE accession (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    started TEXT NOT NULL,
    finished TEXT,
    by_whom TEXT,
    source TEXT,
    note TEXT
) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    title TEXT,
    publication TEXT,
    section TEXT,
    byline TEXT,
    published TEXT,
    published_earliest INTEGER,
    published_latest INTEGER,
    published_verbatim TEXT,
    published_time TEXT,
    published_zone TEXT,
    captured TEXT,
    language TEXT,
    url TEXT,
    reference_code TEXT,
    level TEXT NOT NULL DEFAULT 'item'
        CHECK (level IN ('fonds', 'subfonds', 'series', 'subseries', 'file', 'item', 'part')),
    container_box TEXT,
    container_folder TEXT,
    container_page TEXT,
    extent TEXT,
    access TEXT NOT NULL DEFAULT 'open' CHECK (access IN ('open', 'restricted', 'embargo', 'closed')),
    access_reason TEXT,
    access_review TEXT,
    rights_uri TEXT,
    rights_holder TEXT,
    rights_note TEXT,
    advisory TEXT,
    status TEXT NOT NULL DEFAULT 'inbox' CHECK (status IN ('inbox', 'read', 'described')),
    trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
    merged_into INTEGER REFERENCES article (id),
    accession_id INTEGER REFERENCES accession (id),
    -- The version of the text that is read, searched and anchored to.
    text_id INTEGER REFERENCES article_text (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX article_published ON article (published_earliest, published_latest);
CREATE INDEX article_accession ON article (accession_id);
CREATE INDEX article_merged ON article (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX article_text_id ON article (text_id);

-- Apart from article, so that lists scan narrow rows.
CREATE TABLE article_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    version TEXT NOT NULL CHECK (version IN ('extracted', 'cleaned', 'edited')),
    based_on INTEGER REFERENCES article_text (id),
    made_by TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX article_text_article ON article_text (article_id);
CREATE INDEX article_text_based ON article_text (based_on) WHERE based_on IS NOT NULL;
CREATE INDEX article_text_hash ON article_text (body_hash);

-- Where the value of a field came from, and how sure that was (per mille). No row: a person entered it.
CREATE TABLE field_source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    source TEXT NOT NULL,
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),
    UNIQUE (article_id, field)
) STRICT;

-- A file as received. Its bytes stand in originals/ under its SHA-256.
CREATE TABLE original (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    encoding TEXT,
    size INTEGER NOT NULL
) STRICT;

CREATE TABLE article_original (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    original_id INTEGER NOT NULL REFERENCES original (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL DEFAULT 'page' CHECK (role IN ('page', 'image', 'attachment')),
    part TEXT NOT NULL DEFAULT '',
    page TEXT,
    UNIQUE (article_id, original_id, role, part)
) STRICT;
CREATE INDEX article_original_original ON article_original (original_id);

CREATE TABLE article_relation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id),
    related_id INTEGER NOT NULL REFERENCES article (id),
    relation TEXT NOT NULL CHECK (relation IN ('translation of', 'version of', 'reply to')),
    note TEXT,
    UNIQUE (article_id, related_id, relation)
) STRICT;
CREATE INDEX article_relation_related ON article_relation (related_id);

-- What became of each file of an import run.
CREATE TABLE accession_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    accession_id INTEGER NOT NULL REFERENCES accession (id),
    path TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('added', 'duplicate', 'similar', 'review', 'failed')),
    code TEXT,
    reason TEXT,
    article_id INTEGER REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    original_id INTEGER REFERENCES original (id) DEFERRABLE INITIALLY DEFERRED,
    reader TEXT,
    reader_version TEXT
) STRICT;
CREATE INDEX accession_item_accession ON accession_item (accession_id);
CREATE INDEX accession_item_article ON accession_item (article_id);
CREATE INDEX accession_item_original ON accession_item (original_id);

-- People, organisations, events, places and themes: one table, so that naming, merging and tagging are the same for all.
CREATE TABLE authority (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'event', 'place', 'theme')),
    preferred_name TEXT NOT NULL,
    folded TEXT NOT NULL,
    dates TEXT,
    dates_earliest INTEGER,
    dates_latest INTEGER,
    dates_verbatim TEXT,
    note TEXT,
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'approved')),
    merged_into INTEGER REFERENCES authority (id),
    merge_reason TEXT
) STRICT;
CREATE INDEX authority_folded ON authority (folded, kind);
CREATE INDEX authority_kind ON authority (kind, folded);
CREATE INDEX authority_merged ON authority (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE variant_name (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    language TEXT,
    script TEXT,
    name_kind TEXT NOT NULL DEFAULT 'variant',
    -- The language or community in which this is the preferred form; several stand in parallel.
    preferred_in TEXT
) STRICT;
CREATE UNIQUE INDEX variant_name_once ON variant_name (authority_id, name, ifnull(language, ''));
CREATE INDEX variant_name_folded ON variant_name (folded);

CREATE TABLE authority_relation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    related_id INTEGER NOT NULL REFERENCES authority (id),
    relation TEXT NOT NULL CHECK (relation IN ('broader', 'related')),
    type TEXT,
    dates TEXT,
    dates_earliest INTEGER,
    dates_latest INTEGER
) STRICT;
CREATE UNIQUE INDEX authority_relation_once
    ON authority_relation (authority_id, related_id, relation, ifnull(type, ''));
CREATE INDEX authority_relation_related ON authority_relation (related_id);

CREATE TABLE external_id (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    scheme TEXT NOT NULL,
    identifier TEXT NOT NULL,
    match TEXT NOT NULL DEFAULT 'exact' CHECK (match IN ('exact', 'close')),
    UNIQUE (authority_id, scheme, identifier)
) STRICT;
CREATE INDEX external_id_identifier ON external_id (scheme, identifier);

-- The anchor: W3C TextPosition and TextQuote selectors, in code points of the text with body_hash.
CREATE TABLE passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'anchored' CHECK (state IN ('anchored', 'moved', 'detached'))
) STRICT;
CREATE INDEX passage_article ON passage (article_id, start);

-- An authority in an article (passage_id NULL: the whole article). Rejected: a person said "not this one".
CREATE TABLE mention (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id),
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    passage_id INTEGER REFERENCES passage (id),
    status TEXT NOT NULL DEFAULT 'confirmed' CHECK (status IN ('confirmed', 'rejected')),
    origin TEXT NOT NULL DEFAULT 'person'
) STRICT;
CREATE UNIQUE INDEX mention_once ON mention (article_id, authority_id, ifnull(passage_id, 0));
CREATE INDEX mention_authority ON mention (authority_id, article_id);
CREATE INDEX mention_passage ON mention (passage_id) WHERE passage_id IS NOT NULL;

CREATE TABLE statement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    passage_id INTEGER NOT NULL REFERENCES passage (id),
    speaker_id INTEGER REFERENCES authority (id),
    via_id INTEGER REFERENCES authority (id),
    manner TEXT NOT NULL CHECK (manner IN ('verbatim', 'paraphrase')),
    said TEXT,
    said_earliest INTEGER,
    said_latest INTEGER,
    note TEXT
) STRICT;
CREATE INDEX statement_passage ON statement (passage_id);
CREATE INDEX statement_speaker ON statement (speaker_id);
CREATE INDEX statement_via ON statement (via_id) WHERE via_id IS NOT NULL;

CREATE TABLE statement_about (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    statement_id INTEGER NOT NULL REFERENCES statement (id),
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    UNIQUE (statement_id, authority_id)
) STRICT;
CREATE INDEX statement_about_authority ON statement_about (authority_id);

-- Numbers as decimal text: a REAL does not survive the journal, and "about 1.3 million" is not 1300000.0.
CREATE TABLE figure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    passage_id INTEGER NOT NULL REFERENCES passage (id),
    value_low TEXT,
    value_high TEXT,
    unit TEXT,
    of_what TEXT,
    as_of TEXT,
    as_of_earliest INTEGER,
    as_of_latest INTEGER,
    attributed_to INTEGER REFERENCES authority (id)
) STRICT;
CREATE INDEX figure_passage ON figure (passage_id);
CREATE INDEX figure_attributed ON figure (attributed_to) WHERE attributed_to IS NOT NULL;

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id),
    passage_id INTEGER REFERENCES passage (id),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX note_article ON note (article_id);
CREATE INDEX note_passage ON note (passage_id) WHERE passage_id IS NOT NULL;

CREATE TABLE collection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    parent_id INTEGER REFERENCES collection (id),
    title TEXT NOT NULL,
    folded TEXT NOT NULL,
    note TEXT,
    position INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX collection_title ON collection (ifnull(parent_id, 0), title);
CREATE INDEX collection_parent ON collection (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE collection_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    collection_id INTEGER NOT NULL REFERENCES collection (id),
    article_id INTEGER NOT NULL REFERENCES article (id),
    position INTEGER NOT NULL,
    note TEXT,
    UNIQUE (collection_id, article_id)
) STRICT;
CREATE INDEX collection_item_article ON collection_item (article_id);

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    folder TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT,
    note TEXT,
    UNIQUE (folder, title)
) STRICT;

-- Pairs that a person said are different; asked once, kept for good. Exactly one pair of columns is filled.
CREATE TABLE not_same (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    authority_id INTEGER REFERENCES authority (id),
    other_authority_id INTEGER REFERENCES authority (id),
    article_id INTEGER REFERENCES article (id),
    other_article_id INTEGER REFERENCES article (id),
    reason TEXT,
    CHECK (
        (authority_id < other_authority_id AND article_id IS NULL AND other_article_id IS NULL)
        OR (article_id < other_article_id AND authority_id IS NULL AND other_authority_id IS NULL)
    )
) STRICT;
CREATE UNIQUE INDEX not_same_authorities ON not_same (authority_id, other_authority_id)
    WHERE authority_id IS NOT NULL;
CREATE UNIQUE INDEX not_same_articles ON not_same (article_id, other_article_id) WHERE article_id IS NOT NULL;
CREATE INDEX not_same_other_authority ON not_same (other_authority_id)
    WHERE other_authority_id IS NOT NULL;
CREATE INDEX not_same_other_article ON not_same (other_article_id) WHERE other_article_id IS NOT NULL;

-- Below here: not records. Nothing of it is journalled.

-- The journal: who did what and when, and how each touched row looked before.
CREATE TABLE revision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    clock INTEGER NOT NULL,
    replica TEXT NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('act', 'undo', 'redo', 'revert')),
    label TEXT NOT NULL,
    reverts INTEGER REFERENCES revision (id),
    reverted_by INTEGER REFERENCES revision (id)
) STRICT;
CREATE INDEX revision_reverts ON revision (reverts) WHERE reverts IS NOT NULL;

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision_id INTEGER NOT NULL REFERENCES revision (id),
    record TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    before TEXT
) STRICT;
CREATE INDEX change_revision ON change (revision_id);
CREATE INDEX change_row ON change (row_id, record);

-- Articles whose text the index has not seen yet; seq is the change that put them here.
CREATE TABLE index_outbox (
    article_id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT;

-- What the program proposes; only what a person confirms or rejects becomes a mention.
CREATE TABLE suggestion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    authority_id INTEGER,
    name TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    body_hash TEXT NOT NULL,
    score INTEGER NOT NULL,
    why TEXT NOT NULL
) STRICT;
CREATE INDEX suggestion_article ON suggestion (article_id);
CREATE INDEX suggestion_name ON suggestion (name, kind);

-- What was done to keep the archive whole, and how it ended (PREMIS 3.0, event). Never a title or a name in it.
CREATE TABLE preservation_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL CHECK (type IN (
        'ingestion', 'fixity check', 'deletion', 'backup', 'restore', 'index rebuild', 'repair', 'erasure')),
    at TEXT NOT NULL,
    agent TEXT NOT NULL,
    -- The SHA-256 of an original, or the uid of a record; NULL: the archive as a whole.
    object TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('success', 'warning', 'failure')),
    detail TEXT
) STRICT;
CREATE INDEX preservation_event_object ON preservation_event (object, type);

-- What was erased for good: by whom, when and why, and nothing of what it was.
CREATE TABLE tombstone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    record TEXT NOT NULL CHECK (record IN ('article', 'authority', 'original')),
    row_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- Facts about this copy of the archive (replica, last clock), one line each.
CREATE TABLE replica_state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every name an authority is known by.
CREATE VIEW authority_name AS
    SELECT id AS authority_id, preferred_name AS name, folded, 1 AS is_preferred FROM authority
    UNION ALL
    SELECT authority_id, name, folded, 0 FROM variant_name;
