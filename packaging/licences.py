"""Write THIRD-PARTY.md from the packages that Curator needs to run: `.venv/bin/python packaging/licences.py`.

Names come from the declared requirements, on every system and Python that Curator runs on; versions from
constraints.txt; licences from the metadata of the installed packages. tests/quality/test_licences.py compares.
"""

from __future__ import annotations

import importlib.metadata
import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = (("linux", "Linux", "posix"), ("win32", "Windows", "nt"), ("darwin", "Darwin", "posix"))
# Metadata older than SPDX expressions (PEP 639), in the words found there.
SPDX = {
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",  # Jinja2's, read
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Public Domain": "LicenseRef-Public-Domain",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "The MIT License (MIT)": "MIT",
}
EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+-?\d[\w.+-]*( (OR|AND|WITH) [\w.+-]+)*|MIT")
HEAD = """\
# Third-party software

Curator itself is under the MIT licence (LICENSE). To run, it needs the packages below; each stays under its own
licence, whose text lies in the package's `dist-info` folder once it is installed, where its makers put it there.
This page is made by `packaging/licences.py` and checked by a test; tools for development only are not listed.

| package | version | licence |
| --- | --- | --- |
"""
NOTES = """
Where a licence offers a choice ("OR"), Curator uses the package under the choice that is not the GPL. Two versions
mean that the newer one needs a newer Python. "With Python" means whichever version Python brings.

## Qt and PySide (LGPL)

The window is drawn by Qt through PySide6-Essentials and Shiboken, used under the GNU Lesser General Public License,
version 3. What this means for you: you may use, copy and pass on Curator, in work for money too; Qt's own source is
open, and you may change Qt and run Curator with your changed copy. Curator keeps that possible: Qt comes as
separate, unaltered shared libraries. To replace them in a checkout or an installation by pip, install another build
of PySide6 of the same series into the same environment, for example

    .venv/bin/python -m pip install --force-reinstall --no-deps PATH-OF-YOUR-WHEEL

or put your own Qt libraries over those in `PySide6/Qt/lib` of the environment's `site-packages`. The source of Qt
and PySide is published by the Qt Project under the version numbers above.

## Mozilla Public License

%(mozilla)s are under the Mozilla Public License (alone or as one choice). They are used as published, unaltered;
their source is in the source distributions of the same names and versions. Changes to their files, should anybody
make some and pass them on, must be published under the same licence; the rest of Curator is not touched by it.

## Inside binary packages

Some wheels hold compiled libraries of others: numpy's OpenBLAS and the run-time libraries of GCC (GPL with the
run-time exception, which lets programs of any licence use them), lxml's libxml2 and libxslt (MIT). Their licences
are in the same `dist-info` folders.
"""


def environments() -> Iterator[dict[str, str]]:
    """Yield the marker environments that Curator runs in."""
    for python, (system, name, family) in itertools.product(PYTHONS, SYSTEMS):
        yield {
            "python_version": python,
            "python_full_version": f"{python}.0",
            "sys_platform": system,
            "platform_system": name,
            "os_name": family,
        }


def applies(requirement: Requirement, extras: frozenset[str]) -> bool:
    """Say whether `requirement` counts on any system, when its package was asked for with `extras`."""
    if requirement.marker is None:
        return True
    return any(
        requirement.marker.evaluate({**environment, "extra": extra})
        for environment in environments()
        for extra in extras | {""}
    )


def declared() -> list[str]:
    """Return the requirements that pyproject.toml names; an editable install may remember older ones."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return list(project["dependencies"])


def wanted(lines: list[str], extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield name and extras of the requirements (`lines`) of a package that was asked for with `extras`."""
    for requirement in map(Requirement, lines):
        if applies(requirement, extras):
            yield canonicalize_name(requirement.name), frozenset(map(canonicalize_name, requirement.extras))


def runtime_packages() -> list[str]:
    """Return the names of all packages that Curator needs to run, directly or not, sorted.

    Raises:
        importlib.metadata.PackageNotFoundError: one of them is not installed here.
    """
    found: set[tuple[str, frozenset[str]]] = set()
    waiting = set(wanted(declared(), frozenset()))
    while waiting:
        name, extras = waiting.pop()
        found.add((name, extras))
        waiting |= set(wanted(importlib.metadata.requires(name) or [], extras)) - found
    return sorted({name for name, _ in found})


def licence_of(name: str) -> str:
    """Return the SPDX expression of the installed package `name`.

    Raises:
        ValueError: its metadata says nothing that is understood; SPDX in this file wants a line.
    """
    metadata = importlib.metadata.metadata(name)
    fields = ("License-Expression", "License", "Classifier")
    stated = [line for field in fields for line in metadata.get_all(field) or [] if line]
    for line in stated:
        words = line.split("\n")[0].rpartition(" :: ")[2].strip()
        if words in SPDX or EXPRESSION.fullmatch(words):
            return str(SPDX.get(words, words))
    raise ValueError(f"{name}: which licence is {stated}?")


def gpl_only(expression: str) -> bool:
    """Say whether every choice that `expression` (SPDX, without nested choices) offers is the GPL or AGPL."""
    choices = expression.replace("(", "").replace(")", "").split(" OR ")
    return all(re.search(r"(^|\s)A?GPL-", choice) for choice in choices)


def pinned(text: str) -> dict[str, list[str]]:
    """Return the versions that constraints (`text`) name for each package."""
    versions: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, _, rest = line.partition("==")
        versions.setdefault(canonicalize_name(name), []).append(rest.split(";")[0].strip())
    return versions


def page() -> str:
    """Return the text of THIRD-PARTY.md."""
    versions = pinned((ROOT / "packaging" / "constraints.txt").read_text("utf-8"))
    licences = {name: licence_of(name) for name in runtime_packages()}
    rows = (
        f"| {name} | {' or '.join(versions.get(name, ['with Python']))} | {licence} |\n"
        for name, licence in licences.items()
    )
    mozilla = [name for name, licence in licences.items() if "MPL" in licence]
    return HEAD + "".join(rows) + NOTES % {"mozilla": ", ".join(mozilla[:-1]) + " and " + mozilla[-1]}


if __name__ == "__main__":
    (ROOT / "THIRD-PARTY.md").write_text(page(), "utf-8", newline="\n")
