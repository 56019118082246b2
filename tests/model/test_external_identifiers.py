from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.errors import CuratorError
from curator.model.external_identifiers import check_digit, identifier_of


@pytest.mark.parametrize(
    ("scheme", "typed", "kept"),
    [
        ("ISNI", "0000 0001 2103 2683", "0000000121032683"),
        ("isni", "ISNI 0000-0001-2103-2683", "0000000121032683"),
        ("isni", "https://isni.org/isni/0000000121032683", "0000000121032683"),
        ("orcid", "0000000218250097", "0000-0002-1825-0097"),
        ("ORCID", "https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
        ("orcid", "0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("viaf", "http://viaf.org/viaf/96994048/", "96994048"),
        ("Wikidata", "q2044", "Q2044"),
        ("wikidata", "https://www.wikidata.org/wiki/Q2044", "Q2044"),
        ("geonames", "https://www.geonames.org/586523/ganja.html", "586523"),
        ("Town  register", " no. 7 ", "no. 7"),
    ],
)
def test_taken(scheme: str, typed: str, kept: str) -> None:
    name, identifier = identifier_of(scheme, typed)
    assert identifier == kept
    assert name == " ".join(scheme.split()).lower()
    assert identifier_of(name, identifier) == (name, identifier)


@pytest.mark.parametrize(
    ("scheme", "typed"),
    [
        ("isni", "0000 0001 2103 2684"),
        ("isni", "000000012103268"),
        ("orcid", "0000-0002-1825-0098"),
        ("orcid", "0000-0002-1694-2330"),
        ("viaf", "96994048x"),
        ("viaf", "0"),
        ("wikidata", "P31"),
        ("wikidata", "Q"),
        ("wikidata", "Q12abc"),
        ("geonames", "Ganja"),
        ("isni", "٠٠٠٠٠٠٠١٢١٠٣٢٦٨٣"),
    ],
)
def test_refused_with_a_hint(scheme: str, typed: str) -> None:
    with pytest.raises(CuratorError, match=f"no identifier of {scheme}") as refused:
        identifier_of(scheme, typed)
    assert "such as" in refused.value.hint


@pytest.mark.parametrize(("scheme", "typed"), [("", "1"), (" ", "1"), ("isni", ""), ("register", " ")])
def test_nothing_given(scheme: str, typed: str) -> None:
    with pytest.raises(CuratorError, match="a scheme and a value"):
        identifier_of(scheme, typed)


@given(st.text("0123456789", min_size=15, max_size=15), st.integers(0, 14), st.integers(1, 9))
def test_the_check_digit_finds_every_single_wrong_digit(digits: str, at: int, by: int) -> None:
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert check_digit(wrong) != check_digit(digits)


@given(st.text("0123456789", min_size=15, max_size=15), st.integers(0, 13))
def test_and_two_that_were_turned_round(digits: str, at: int) -> None:
    turned = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    assert (check_digit(turned) == check_digit(digits)) == (turned == digits)
