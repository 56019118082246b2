"""THIRD-PARTY.md is true, and nothing that Curator needs to run is under the GPL or AGPL alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import licences


def test_page_is_up_to_date(checkout: Path) -> None:
    written = (checkout / "THIRD-PARTY.md").read_text("utf-8")
    assert written == licences.page(), "run: .venv/bin/python packaging/licences.py"


def test_no_package_is_under_the_gpl_alone() -> None:
    assert [name for name in licences.runtime_packages() if licences.gpl_only(licences.licence_of(name))] == []


def test_the_walk_reaches_extras_and_indirect_needs() -> None:
    names = licences.runtime_packages()
    assert {"lxml-html-clean", "shiboken6", "tld", "whoosh3"} <= set(names)
    assert not {"pytest", "ruff", "backports-functools-lru-cache"} & set(names)


@pytest.mark.parametrize(
    ("expression", "verdict"),
    [
        ("MIT", False),
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("LGPL-3.0-only", False),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", False),
        ("GPL-2.0-only OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", True),
        ("BSD-3-Clause AND (GPL-2.0-only)", True),
    ],
)
def test_gpl_only(expression: str, verdict: bool) -> None:
    assert licences.gpl_only(expression) is verdict


def test_versions_per_python_are_kept_apart() -> None:
    text = "numpy==2.4.6 ; python_full_version < '3.12'\nnumpy==2.5.5 ; python_full_version >= '3.12'\ntld==0.13.2\n"
    assert licences.pinned(text) == {"numpy": ["2.4.6", "2.5.5"], "tld": ["0.13.2"]}
