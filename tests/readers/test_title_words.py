from __future__ import annotations

import pytest

from curator.readers.title_words import headline_words


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Kitabxana\u00a0açıldı ", "Kitabxana açıldı"),
        ("Cə\u00admiy\u00adyət", "Cəmiyyət"),
        ("Mədəniyyət  -  Kəndin kitabxanası yenidən açıldı", "Kəndin kitabxanası yenidən açıldı"),
        ("Library :   A new reading room for the town", "A new reading room for the town"),
        ("The library - open again", "The library - open again"),
    ],
)
def test_the_headline_of_a_line(line: str, title: str) -> None:
    assert headline_words(line) == title
