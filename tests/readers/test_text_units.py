from __future__ import annotations

from curator.model.reading import Part
from curator.readers.text_units import body_of_parts, parts_of, units_of

KEPT = (True, "", "")


def test_lines_are_units_and_empty_lines_part_blocks() -> None:
    units = units_of("Kitabxana\n  açıldı \n\n \nBakı\n")
    assert [unit.text for unit in units] == ["Kitabxana", "açıldı", "Bakı"]
    assert units[0].block == units[1].block != units[2].block


def test_a_wrapped_paragraph_is_one_unit_with_its_lines() -> None:
    text = (
        "The hall is booked for Saturday and we need somebody who opens it at\n"
        "nine in the morning. The key is with Anna, who lives beside the school,\n"
        "and she wants it back."
    )
    assert [unit.text for unit in units_of(text)] == [text]


def test_paragraphs_that_a_typewriter_set_in_are_parted() -> None:
    text = (
        "    The hall is booked for Saturday and we need somebody who opens it\n"
        "at nine in the morning, before the others come.\n"
        "    The key is with Anna, who lives beside the school, and she wants\n"
        "it back.\n"
    )
    assert [unit.text.split()[:2] for unit in units_of(text)] == [["The", "hall"], ["The", "key"]]


def test_headlines_of_other_stories_are_no_paragraph() -> None:
    text = "Mayor opens a new bridge over the river Lorm in spring\nWeather in the valley stays cold until next Sunday"
    assert len(units_of(text)) == 2


def test_kept_verse_stays_together_and_paragraphs_stand_alone() -> None:
    verse = "На тихой улице зима,\nГорят окошки, спят дома"
    prose = "\n".join(
        f"The hall is booked for the {day} and we need somebody who opens its doors at nine." for day in ("5th", "6th")
    )
    units = units_of(f"{verse}\n\nFacebook\n\n{prose}")
    parts = parts_of(units, [KEPT, KEPT, (False, "share", ""), KEPT, KEPT])
    assert parts == (Part(verse), Part("Facebook", False, "share"), *map(Part, prose.split("\n")))
    assert body_of_parts(parts) == f"{verse}\n\n" + prose.replace("\n", "\n\n")
