"""An archive as somebody may have curated it: five languages, names merged and in parallel, passages, restrictions."""

from __future__ import annotations

import hashlib
from pathlib import Path

from curator.archive import (
    Archive,
    Transaction,
    accessions,
    articles,
    authorities,
    collections,
    mentions,
    originals,
    rejections,
    result_lists,
)
from curator.archive.authorities import date_fields
from curator.archive.originals import Staging
from curator.model.dates import parse_edtf
from curator.model.result_list import ResultList, digest
from curator.model.revision import Label

TEXTS = {
    "az": ("Şəhər kitabxanası açıldı", "1966-11-04", "Gəncə kitabxanası köhnə qəzetləri göstərdi.\n\nOxucular gəldi."),
    "ru": ("Опись старых газет", "1967~", "Сотрудники архива составили опись газет из города Гянджа.\n\nРабота идёт."),
    "hy": ("Քարտարանը բաց է", "196X", "Գրադարանի քարտարանը նորից բաց է։\n\nԹերթերը Գանձակից են։"),
    "en": ("The newspaper cellar", "2019-03-04", "The library opened its cellar.\n\nPapers from Ganja stood there."),
    "tr": ("Ses kayıtları", None, "Arşivde eski ses kayıtları bulundu.\n\n=Kütüphane onları dinletecek."),
}


def fill(archive: Archive, sources: Path) -> dict[str, int]:
    """Put everything that a package can hold into an empty archive.

    Returns:
        language -> id of the article.
    """
    sources.mkdir(parents=True, exist_ok=True)
    staging = Staging(archive.folder)
    ids: dict[str, int] = {}
    with archive.transaction(Label("Fill")) as transaction:
        run = accessions.begin(transaction, "Tester", "a box of pages")
        for language, (title, published, body) in TEXTS.items():
            file = sources / f"{language}.txt"
            file.write_text(f"{title}\n{body}", "utf-8")
            staged = staging.stage(file)
            fields = {"title": title, "language": language, "accession_id": run, "publication": "=Library Courier"}
            dates = date_fields(parse_edtf(published) if published else None, "published")
            ids[language] = articles.add(transaction, fields | dates, body, "plain-text 1")
            original = originals.add(transaction, staged, file.name, "text/plain", "utf-8")
            originals.attach(transaction, ids[language], original)
            staging.keep([staged])
            details = {"article_id": ids[language], "original_id": original, "reader": "plain-text"}
            accessions.add_item(transaction, run, str(file), "added", **details)
            source = {"article_id": ids[language], "field": "title", "source": "heading", "confidence": 900}
            transaction.insert("field_source", source)
        accessions.add_item(transaction, run, "empty.txt", "failed", code="empty", reason="It is empty.")
        accessions.finish(transaction, run)
        _describe(transaction, ids)
    staging.close()
    return ids


def _describe(transaction: Transaction, ids: dict[str, int]) -> None:
    ganja = authorities.add(transaction, "place", "Gəncə")
    authorities.add_variant(transaction, ganja, "Гянджа", "ru", "ru")
    authorities.add_variant(transaction, ganja, "Գանձակ", "hy", "hy")
    region = authorities.add(transaction, "place", "The region")
    relation = {"authority_id": ganja, "related_id": region, "relation": "broader"}
    transaction.insert("authority_relation", relation)
    lucia = authorities.add(transaction, "person", "Lucia Bandini", parse_edtf("1931?/.."))
    other = authorities.add(transaction, "person", "Лючия Бандини")
    authorities.merge(transaction, lucia, other, "the same byline")
    unused = authorities.add(transaction, "theme", "Catalogues")
    alike = authorities.add(transaction, "person", "L. Bandini")
    transaction.insert("authority_relation", {"authority_id": lucia, "related_id": unused, "relation": "related"})
    transaction.insert("external_id", {"authority_id": lucia, "scheme": "wikidata", "identifier": "Q0"})
    transaction.insert("not_same", {"authority_id": lucia, "other_authority_id": alike, "reason": "asked"})
    mentions.tag(transaction, [ids["az"], ids["ru"], ids["hy"]], ganja)
    mentions.tag(transaction, [ids["ru"]], other)
    _remarks(transaction, ids, ganja, lucia)
    shelf = collections.add(transaction, "Newspapers / Cellars")
    collections.put(transaction, shelf, [ids["en"], ids["az"]])
    collections.add(transaction, "Empty")
    relation = {"article_id": ids["ru"], "related_id": ids["az"], "relation": "translation of"}
    transaction.insert("article_relation", relation)
    transaction.insert("saved_search", {"title": "Cellars", "query": "cellar*"})
    _freeze(transaction, [ids["en"], ids["ru"]])
    low, high = sorted((ids["az"], ids["tr"]))
    transaction.insert("not_same", {"article_id": low, "other_article_id": high})
    rejections.reject_name(transaction, "organisation", "Newspaper Cellar", ids["en"])
    rejections.reject_name(transaction, "person", "Library Courier", None)
    transaction.update("article", ids["tr"], {"access": "restricted", "access_reason": "asked by the family"})
    transaction.update("article", ids["hy"], {"trashed": 1})


def _remarks(transaction: Transaction, ids: dict[str, int], ganja: int, lucia: int) -> None:
    body = TEXTS["en"][2]
    at = passage(transaction, ids["en"], body, "Ganja")
    mention = {"article_id": ids["en"], "authority_id": ganja, "passage_id": at}
    transaction.insert("mention", mention)
    said = transaction.insert("statement", {"passage_id": at, "speaker_id": lucia, "manner": "paraphrase"})
    transaction.insert("statement_about", {"statement_id": said, "authority_id": ganja})
    transaction.insert("figure", {"passage_id": at, "value_low": "2", "of_what": "shelves", "attributed_to": lucia})
    transaction.insert("note", {"article_id": ids["en"], "passage_id": at, "text": "Look at the shelf\u2028again."})
    text = transaction.rows("SELECT text_id FROM article WHERE id = ?", (ids["az"],))[0]["text_id"]
    edited = "Gəncə kitabxanası açıldı."
    new = {"article_id": ids["az"], "version": "edited", "based_on": text, "made_by": "Tester"}
    digest = hashlib.sha256(edited.encode()).hexdigest()
    version = transaction.insert("article_text", new | {"body_hash": digest, "body": edited})
    transaction.update("article", ids["az"], {"text_id": version})


def passage(transaction: Transaction, article_id: int, body: str, quote: str) -> int:
    """Anchor the first `quote` of a text."""
    start = body.index(quote)
    return transaction.insert(
        "passage",
        {
            "article_id": article_id,
            "start": start,
            "end": start + len(quote),
            "quote": quote,
            "prefix": body[max(0, start - 20) : start],
            "suffix": body[start + len(quote) : start + len(quote) + 20],
            "body_hash": hashlib.sha256(body.encode()).hexdigest(),
        },
    )


def _freeze(transaction: Transaction, article_ids: list[int]) -> None:
    states = result_lists.states(transaction.connection, article_ids)
    uids = [states[article_id][0] for article_id in article_ids]
    made = ("cellar*", None, "accession", "2026-11-22T17:02:00+00:00", "Tester")
    record = ResultList(0, "", "Cellars and cards", *made, len(uids), digest(*made, uids), None)
    result_lists.add(transaction, record, [(article_id, states[article_id]) for article_id in article_ids])
