from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.language_tag import language_tag


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("az", "az"),
        ("EN-gb", "en-GB"),
        ("az_cyrl_az", "az-Cyrl-AZ"),
        ("sr-latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("zh-cmn-Hans-CN", "zh-cmn-Hans-CN"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("de-CH-1901", "de-CH-1901"),
        ("hy-arevela", "hy-arevela"),
        ("en-US-u-IS-latn", "en-US-u-is-latn"),
        ("x-whatever", "x-whatever"),
        ("und", "und"),
    ],
)
def test_well_formed(typed: str, tag: str) -> None:
    assert language_tag(typed) == tag


@pytest.mark.parametrize(
    "typed", ["", "e", "English language", "en-", "-en", "en--GB", "az-латн", "de-419-DE", "a-DE", "en-x", "en" * 99]
)
def test_not_well_formed(typed: str) -> None:
    assert language_tag(typed) is None


@given(st.from_regex(r"[a-z]{2}(-[A-Za-z]{4})?(-[A-Za-z]{2})?(-[a-z]{5,8})?", fullmatch=True))
def test_written_again_it_stays_the_same(typed: str) -> None:
    tag = language_tag(typed)
    assert tag is not None
    assert tag.lower() == typed.lower()
    assert language_tag(tag) == tag
