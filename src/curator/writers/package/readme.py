"""The page in a package for people who have no Curator."""

from __future__ import annotations

from collections.abc import Mapping

from curator.model.export import ExportOrigin

# In English whatever the user's language: it is read elsewhere, perhaps much later.
_PAGE = """\
{title}
{underline}

This is a package of {articles}, written by Curator, a program for archives of articles.
{chosen}It can be read without Curator: it holds plain text, CSV, JSON, and the files as they were received.

data/contents.csv    a table of all articles: title, date, where its text lies, where its original lies.
                     Any spreadsheet opens it. A cell that begins with = + - or @ has a ' before it.
data/text/           the text of each article, as UTF-8 text.
data/originals/      the files as they were received, byte for byte. Each is named by the SHA-256 of
                     its bytes (two digits name the folder, the rest the file), so no two clash and any
                     change shows. contents.csv gives the name that it came with.
data/records/        everything that is known: one file for each kind of record, one JSON object a line.
{tables}
How the records hang together
    Every record has a "uid" (UUID), its name in every archive. A field that points to another record
    holds that record's uid: "article_id" in mention.jsonl is the "uid" of a line in article.jsonl.
    null means "not known".
    Dates are kept three times over: EDTF (ISO 8601-2; "1936~" is about 1936), its first and last day
    as Julian day numbers ("..._earliest", "..._latest"), and the words of the source ("..._verbatim").
    Positions in a text ("start", "end" in passage.jsonl) count Unicode code points from 0; "body_hash"
    is the SHA-256 of that text.
    A record with "merged_into" was found to be the same as the one it names.

Is it whole?
    The folder is a bag after BagIt 1.0 (RFC 8493). manifest-sha256.txt lists the SHA-256 of every file in
    data/. This checks them all (on macOS: shasum --algorithm 256 --check manifest-sha256.txt):
        sha256sum --check --quiet manifest-sha256.txt

To bring it into an archive with Curator
    curator new NAME.curator
    curator import NAME.curator THIS-PACKAGE
"""
_ABOUT = {
    "archive": "the archive itself: title, note",
    "accession": "each import: when, by whom, from where",
    "accession_item": "what became of each imported file, and why",
    "article": "what each article is: title, publication, date, language, access, rights",
    "article_text": 'the texts in all versions; "text_id" of the article names the one in use',
    "field_source": "where the value of a field came from; no line: a person entered it",
    "original": "the files as received: name, type, size, SHA-256",
    "article_original": "which article was made from which file",
    "article_relation": "articles that translate, repeat or answer others",
    "authority": "people, organisations, events, places, themes",
    "variant_name": "their other names, with language and who prefers them",
    "authority_relation": "broader and related names",
    "external_id": "their identifiers elsewhere",
    "passage": "places in a text",
    "mention": "who and what is in which article, or passage",
    "statement": "who said what",
    "statement_about": "about whom",
    "figure": "numbers that articles state",
    "note": "notes on articles and passages",
    "collection": "collections, nested",
    "collection_item": "which article is in which collection, in which order",
    "saved_search": "queries that were kept",
    "result_list": "what a query found at one moment, with a SHA-256",
    "result_list_item": "the articles of these lists, in their order",
    "not_same": "pairs that a person said are different",
}


def readme(origin: ExportOrigin, counts: Mapping[str, int]) -> str:
    """Return the page.

    Args:
        origin: where the articles come from.
        counts: table -> number of its records.
    """
    lines = [f"    {table + '.jsonl':<26}{counts[table]:>9}  {_ABOUT.get(table, '')}".rstrip() for table in counts]
    number = counts.get("article", 0)
    chosen = f"They are a choice from the archive: {origin.chosen}.\n" if origin.chosen else ""
    return _PAGE.format(
        title=origin.title,
        underline="=" * max(len(origin.title), 1),
        articles=f"{number} article" if number == 1 else f"{number} articles",
        chosen=chosen,
        tables="".join(f"{line}\n" for line in lines),
    )
