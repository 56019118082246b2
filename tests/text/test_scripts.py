from __future__ import annotations

import pytest

from curator.text.scripts import script_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gəncə", "Latn"),
        ("Гянджа (Gence)", "Cyrl"),
        ("Գանձակ", "Armn"),
        ("განჯა", "Geor"),
        ("گنجه", "Arab"),
        ("12.03.2023", ""),
    ],
)
def test_the_script_of_most_letters(text: str, code: str) -> None:
    assert script_of(text) == code
