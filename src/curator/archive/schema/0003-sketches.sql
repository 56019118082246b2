-- Which texts are copies of each other: worked out from the texts, never a record, made again when it is missing.
-- An owner is the id of an article, or minus the id of an item of a review.

CREATE TABLE text_sketch (
    owner INTEGER PRIMARY KEY,
    -- Of the text that was sketched: another one in use means that the sketch is out of date.
    body_hash TEXT NOT NULL,
    -- The largest hash of the sketch; NULL where it holds all hashes of the text.
    largest INTEGER,
    -- The hashes as JSON, so that they can be taken out again.
    hashes TEXT NOT NULL,
    -- Whether the likenesses of this text were looked for.
    compared INTEGER NOT NULL DEFAULT 0 CHECK (compared IN (0, 1))
) STRICT;
CREATE INDEX text_sketch_compared ON text_sketch (owner) WHERE compared = 0;

CREATE TABLE sketch_hash (
    hash INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    PRIMARY KEY (hash, owner)
) STRICT, WITHOUT ROWID;

-- Articles that are copies of each other, each pair once.
CREATE TABLE likeness (
    article_id INTEGER NOT NULL,
    other_article_id INTEGER NOT NULL,
    per_mille INTEGER NOT NULL CHECK (per_mille BETWEEN 0 AND 1000),
    PRIMARY KEY (article_id, other_article_id),
    CHECK (article_id < other_article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_other ON likeness (other_article_id);
