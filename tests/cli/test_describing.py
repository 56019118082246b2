from __future__ import annotations

import pytest

from curator.cli.describing import OPTIONS
from curator.operations.field_values import DESCRIBABLE


def shown(curator, letters, article_id: str) -> dict[str, object]:
    return curator("show", letters, article_id, "--json").line


def test_every_field_has_an_option() -> None:
    assert sorted(field for field, _words in OPTIONS.values()) == sorted(DESCRIBABLE)


def test_a_date_in_words_is_shown_as_understood(curator, letters) -> None:
    done = curator("describe", letters, "1", "--date", "early Feb 1992?")
    assert done.code == 0
    assert done.out == ("Date                 February 1992, uncertain: 1992-02-01 to 1992-02-29\n1 article changed.\n")
    fields = shown(curator, letters, "1")
    assert (fields["published"], fields["published_verbatim"]) == ("1992-02?", "early Feb 1992?")
    assert (fields["published_earliest"], fields["published_latest"]) == ("1992-02-01", "1992-02-29")
    assert "published" not in fields["sources"]


def test_json_gives_the_parsed_values(curator, letters) -> None:
    done = curator("describe", letters, "1", "3", "--date", "1936~", "--access", "CLOSED", "--json").line
    assert done["articles"] == done["changed"] == [1, 3]
    assert done["fields"] == {
        "published": {"value": "1936~", "words": "about 1936", "earliest": "1936-01-01", "latest": "1936-12-31"},
        "access": {"value": "closed"},
    }
    assert done["problems"] == []
    assert curator("describe", letters, "3", "--access", "closed", "--json").line["revision"] is None


def test_a_query_chooses_and_one_undo_takes_it_back(curator, letters) -> None:
    before = [shown(curator, letters, number) for number in ("1", "2", "3")]
    done = curator("describe", letters, "-q", "qəzet* OR газет", "--status", "read", "--page", "7", "--json").line
    assert done["changed"] == [2, 3]
    assert shown(curator, letters, "2")["container_page"] == "7"
    curator("undo", letters)
    assert [shown(curator, letters, number) for number in ("1", "2", "3")] == before


def test_clear(curator, letters) -> None:
    done = curator("describe", letters, "1", "--clear", "publication", "--clear", "date")
    assert done.out.splitlines() == [
        "Publication          cleared",
        "Date                 cleared",
        "1 article changed.",
    ]
    fields = shown(curator, letters, "1")
    assert (fields["publication"], fields["published"]) == (None, None)


def test_a_shared_reference_code_is_a_doubt(curator, letters) -> None:
    assert curator("describe", letters, "1", "--reference-code", "A/1").code == 0
    done = curator("describe", letters, "2", "--reference-code", "A/1", "--json")
    assert done.code == 1
    assert done.line["problems"][0]["code"] == "reference-code-shared"
    assert "stands at several articles: 1, 2" in done.err
    assert shown(curator, letters, "2")["reference_code"] == "A/1"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["1"], "Which field"),
        (["--title", "X"], "Which articles"),
        (["1", "--date", "soonish"], "Date: "),
        (["1", "--language", "English!"], "Language: "),
        (["1", "--access", "embargo"], "without an end"),
        (["9", "--title", "X"], "no article 9"),
        (["1", "--clear", "uid"], "uid"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(curator, letters, arguments: list[str], message: str) -> None:
    refused = curator("describe", letters, *arguments)
    assert refused.code == 2
    assert message in refused.err
    assert len(curator("history", letters, "--json").lines) == 2
