from __future__ import annotations

import shutil


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
