from __future__ import annotations

from pathlib import Path

import pytest

SENTENCES = (
    "The reading room of the town library opens again after the winter.",
    "Gəncə kitabxanasına köhnə qəzetlər qaytarıldı və oxucular onları vərəqlədi.",
    "Twelve crates of bound newspapers were carried up from the cellar by hand.",
    "Опись старых газет составлена заново, и читальный зал открыт до вечера.",
)


@pytest.fixture
def copies(curator, letters, tmp_path: Path):
    """Two files with nearly the same text: articles 4 and 5."""
    (tmp_path / "one.txt").write_text("\n\n".join(SENTENCES), encoding="utf-8")
    (tmp_path / "two.txt").write_text("\n\n".join(SENTENCES).replace("Twelve", "Fourteen"), encoding="utf-8")
    assert curator("import", letters, str(tmp_path / "one.txt"), str(tmp_path / "two.txt")).code == 0
    return letters


def versions(curator, archive) -> list[list[int]]:
    lines = curator("stories", archive, "list", "--json").lines
    return [[version["article"] for version in line["versions"]] for line in lines]


def test_copies_are_listed_compared_and_parted(curator, copies) -> None:
    assert versions(curator, copies) == [[4, 5]]
    assert curator("stories", copies, "list").out.startswith("2 versions\n  4  no date")
    assert "[-Twelve-]{+Fourteen+} crates" in curator("stories", copies, "compare", "4", "5").out
    assert curator("stories", copies, "apart", "4", "5").code == 0
    assert versions(curator, copies) == []
    curator("undo", copies)
    assert versions(curator, copies) == [[4, 5]]


def test_what_is_not_there_is_said(curator, copies) -> None:
    assert "no article 99" in curator("stories", copies, "compare", "4", "99").err
    assert curator("stories", copies, "apart", "4", "4").code == 2
