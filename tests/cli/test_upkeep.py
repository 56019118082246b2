from __future__ import annotations

import shutil

from curator.operations import find
from curator.search import IndexDamaged, Searcher


def test_reindex(curator, letters) -> None:
    assert curator("reindex", letters, "--json").line == {"articles": 3}
    assert curator("reindex", letters).out == "3 articles are in the index.\n"
    assert len(curator("search", letters, "gence", "--json").lines) == 2


def test_a_search_makes_an_index_that_is_gone(curator, letters) -> None:
    shutil.rmtree(letters / "index")
    assert len(curator("search", letters, "gence", "--json").lines) == 2


def test_a_search_makes_an_index_that_is_damaged(curator, letters) -> None:
    for file in (letters / "index").rglob("*.seg"):
        file.write_bytes(b"damaged")
    assert len(curator("search", letters, "gence", "--json").lines) == 2


def test_damage_that_shows_only_when_read_is_mended_too(curator, letters, monkeypatch) -> None:
    class DamagedOnce(Searcher):
        times = 0

        def search(self, *arguments, **options):
            DamagedOnce.times += 1
            if DamagedOnce.times == 1:
                raise IndexDamaged("by intent")
            return super().search(*arguments, **options)

    monkeypatch.setattr(find, "Searcher", DamagedOnce)
    before = {path.name for path in (letters / "index").iterdir() if path.is_dir()}
    assert len(curator("search", letters, "gence", "--json").lines) == 2
    assert DamagedOnce.times == 2
    assert before.isdisjoint(path.name for path in (letters / "index").iterdir() if path.is_dir())


def test_an_index_beyond_mending_is_said_in_words(curator, letters, monkeypatch) -> None:
    def damaged(*_arguments: object) -> None:
        raise IndexDamaged("by intent")

    monkeypatch.setattr(find.Searcher, "search", damaged)
    refused = curator("search", letters, "gence")
    assert refused.code == 2
    assert str(letters / "index") in refused.err
