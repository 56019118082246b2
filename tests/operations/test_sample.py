from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.archive import Archive, articles, journal, undo
from curator.errors import Cancelled, CuratorError
from curator.model.authority import KINDS
from curator.model.dates import parse_edtf
from curator.model.progress import Progress
from curator.operations import (
    authorities,
    authority_page,
    check,
    collect,
    find,
    notes,
    page_pictures,
    passages,
    sample,
    saved_searches,
)
from curator.operations.context import Context
from curator.operations.sample_plan import Sample, read_sample

# Words of the pages that are no part of an article.
CHROME = ("Subscribe", "Read also", "Front page", "abunə", "Baş səhifə", "Բաժանորդագրվել", "Подписаться", "abone olun")


@pytest.fixture(scope="module")
def plan() -> Sample:
    return read_sample()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """The sample archive, to be looked at only."""
    path = tmp_path_factory.mktemp("made") / "Sample.curator"
    sample.make(path, "Tester")
    with Archive.open(path) as archive:
        yield Context(archive)


def id_of(made: Context, file: str) -> int:
    row = (
        made.archive.read().execute("SELECT article_id FROM accession_item WHERE path LIKE ?", (f"%{file}",)).fetchone()
    )
    return int(row[0])


def body_of(made: Context, file: str) -> str:
    return articles.text(made.archive.read(), id_of(made, file)).body


def test_every_file_is_in_the_plan_and_the_other_way_round(plan: Sample) -> None:
    there = sorted(path.name for path in (plan.folder / "articles").iterdir() if path.is_file())
    assert sorted(article.file for article in plan.articles) == there
    assert {Path(name).suffix for name in there} == {".html", ".md", ".mhtml", ".txt"}


def test_all_names_are_known_and_used(plan: Sample) -> None:
    names = [name.name for name in plan.names]
    assert len(names) == len(set(names))
    tagged = {name for article in plan.articles for name in article.tags}
    tagged |= {name for article in plan.articles for _words, name in article.passages}
    connected = {name for each in plan.names for name in (*each.broader, *(other for other, _type in each.related))}
    assert tagged | connected == set(names)


def test_there_is_enough_of_everything(plan: Sample) -> None:
    kinds = Counter(name.kind for name in plan.names)
    assert all(kinds[kind] >= least for kind, least in zip(KINDS, (25, 20, 15, 25, 15), strict=True))
    assert Counter(article.language for article in plan.articles) == {"en": 27, "az": 4, "ru": 4, "hy": 3, "tr": 3}
    assert sum(len(article.passages) for article in plan.articles) >= 80
    assert len(plan.searches) == 3
    assert sum(" / " in collection.title for collection in plan.collections) == 2


def test_all_dates_are_edtf_and_some_are_uncertain_or_ranges(plan: Sample) -> None:
    dates = [name.dates for name in plan.names if name.dates]
    dates += [article.fields["published"] for article in plan.articles if "published" in article.fields]
    assert [parse_edtf(date).edtf for date in dates] == dates
    for sign in "?~/X":
        assert any(sign in date for date in dates)
    assert any(name.dates and "/" in name.dates and "?" in name.dates for name in plan.names if name.kind == "event")


def test_the_articles_are_read_as_they_were_written(made: Context, plan: Sample) -> None:
    for article in plan.articles:
        found = articles.get(made.archive.read(), id_of(made, article.file))
        assert found.language == article.language, article.file
        assert found.title and found.publication and found.published, article.file
        body = body_of(made, article.file)
        assert 115 <= len(body.split()) <= 350, article.file
        assert [words for words in CHROME if words in body] == [], article.file
        assert found.title not in body, article.file


def test_passages_and_notes_stand_at_their_words(made: Context, plan: Sample) -> None:
    for article in plan.articles:
        article_id = id_of(made, article.file)
        body = body_of(made, article.file)
        anchored = passages.of_article(made, article_id)
        assert all(body[each.start : each.end] == each.quote for each in anchored)
        marked = {words for words, _other in (*article.passages, *article.notes)}
        assert {each.quote for each in anchored} == marked, article.file
        found = {(each.passage.quote, each.text) for each in notes.of_article(made, article_id) if each.passage}
        assert found == set(article.notes)


def test_tags_are_found_under_their_names(made: Context, plan: Sample) -> None:
    by_name = {counted.authority.preferred_name: counted for counted in authorities.listed(made)}
    assert {name.name: name.kind for name in plan.names} == {
        name: counted.authority.kind for name, counted in by_name.items()
    }
    for name in plan.names:
        assert set(by_name[name.name].variants) >= {variant for variant, _language in name.variants}


@pytest.mark.parametrize(
    ("query", "file"),
    [
        ('"mud angels"', "florence-1966.html"),
        ("elyazma*", "elyazmalar.html"),
        ("ekinci", "ekinci.md"),
        ("Մատենադարան*", "matenadaran.html"),
        ("ինչպես", "tsutsak.txt"),
        ("заморозили", "pozhar-ban.html"),
        ("SULEYMANIYE*", "suleymaniye.html"),
        ("place:Ֆլորենցիա event:наводнение", "florence-1966.html"),
        ("place:leningrad language:ru person:вольтер", "voltaire.html"),
        ("place:İrəvan", "matenadaran.html"),
        ("date:2011-07", "after-florence.md"),
        ('collection:"Florence 1966" freezer', "freeze-drying.html"),
    ],
)
def test_search_in_each_language(made: Context, query: str, file: str) -> None:
    assert id_of(made, file) in find.select(made, query)


def test_saved_searches_find_something(made: Context) -> None:
    for saved in saved_searches.listed(made):
        assert 3 < len(find.select(made, saved.query)) < 20, saved.path


def test_collections_hold_their_articles(made: Context, plan: Sample) -> None:
    counts = {found.path: count for found, count in collect.listed(made)}
    inner = {each.title: len(each.files) for each in plan.collections}
    assert counts["Fires and floods / Florence 1966"] == inner["Fires and floods / Florence 1966"]
    assert counts["Fires and floods"] == inner["Fires and floods"] + inner["Fires and floods / Florence 1966"]


def test_the_archive_is_sound(made: Context) -> None:
    report = check.check(made, whole=True)
    assert [finding for finding in report.findings if finding.serious] == []
    assert (report.counts["article"], report.fixity.ok) == (41, 45)


def test_saved_pages_came_with_their_pictures(made: Context) -> None:
    kept = {
        file: [each.words.partition(",")[0] for each in page_pictures.kept(made, id_of(made, file))]
        for file in ("florence-1966.html", "freeze-drying.html", "weimar-2004.mhtml")
    }
    assert [len(words) for words in kept.values()] == [2, 1, 1]
    assert kept["freeze-drying.html"] == ["Ice"]
    captured = [articles.get(made.archive.read(), id_of(made, file)).captured for file in kept]
    assert captured == [None, "2017-10-02", "2014-06-03"]


def test_each_act_can_be_undone(made: Context, tmp_path: Path) -> None:
    with Archive.open(Path(shutil.copytree(made.archive.folder.path, tmp_path / "Sample.curator"))) as archive:
        while undo.candidate(archive.read(), "undo"):
            archive.undo()
        left = [archive.read().execute(f"SELECT count(*) FROM {record}").fetchone()[0] for record in journal.RECORDS]
    # The making of the archive itself is no act that can be taken back.
    assert left == [1] + [0] * (len(journal.RECORDS) - 1)


def test_one_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.total > 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        sample.make(tmp_path / "Sample.curator", "Tester", stop)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_done_where_something_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear keeper")
    with pytest.raises(CuratorError):
        sample.make(tmp_path, "Tester")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_event_has_participants_a_place_and_a_larger_event_and_themes_have_scope_notes(made: Context) -> None:
    flood = authorities.record_of(made.archive.read(), "Florence flood", "event").id
    record = authority_page.facts(made, flood)
    assert [each.authority.preferred_name for each in record.places] == ["Florence"]
    assert all(each.type for each in record.participants) and len(record.participants) == 2
    assert [each.preferred_name for each in record.broader] == ["Floods of November 1966"]
    scoped = [each.authority for each in authorities.listed(made, "theme") if each.authority.scope_note]
    assert len(scoped) >= 3
