from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One shelf. Two shelves! Three?", ["One shelf.", "Two shelves!", "Three?"]),
        ("“It is wet.” She left.", ["“It is wet.”", "She left."]),
        ("Dr. A. B. Marsh came. He wrote.", ["Dr. A. B. Marsh came.", "He wrote."]),
        ("It cost 1.3 million. approx. of it.", ["It cost 1.3 million. approx. of it."]),
        ("A heading\n\nA first line. A second.", ["A heading", "A first line.", "A second."]),
        ("В 1964 г. библиотека горела. Её спасли.", ["В 1964 г. библиотека горела.", "Её спасли."]),
        ("Kitabxana yandı. Ə. Quliyev gəldi. İş başladı.", ["Kitabxana yandı.", "Ə. Quliyev gəldi.", "İş başladı."]),
        ("Գրադարանը բաց է։ Գրքերը փրկված են։", ["Գրադարանը բաց է։", "Գրքերը փրկված են։"]),
        ("Ne oldu? Kimse bilmiyor… Sonra geldiler.", ["Ne oldu?", "Kimse bilmiyor…", "Sonra geldiler."]),
        ("  \n \n", []),
    ],
)
def test_cut(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@given(st.text(st.sampled_from("aA1 .!?…։«»“”\n\t")))
def test_everything_but_white_space_is_in_exactly_one_sentence(text: str) -> None:
    covered = [False] * len(text)
    last = 0
    for start, end in sentences(text):
        assert last <= start < end
        last = end
        covered[start:end] = [True] * (end - start)
    assert all(covered[at] or text[at].isspace() for at in range(len(text)))
