"""The pinned versions: they agree with each other and name no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def declared(checkout: Path) -> list[Requirement]:
    project = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [Requirement(line) for lines in (project["dependencies"], *extras) for line in lines]


def pinned(checkout: Path) -> list[Requirement]:
    lines = (checkout / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines]


def test_every_line_is_one_exact_version(checkout: Path) -> None:
    for requirement in pinned(checkout):
        assert [specifier.operator for specifier in requirement.specifier] == ["=="], requirement
        assert requirement.url is None


def test_every_declared_package_is_pinned_within_its_range(checkout: Path) -> None:
    pins = {canonicalize_name(pin.name): pin for pin in pinned(checkout)}
    for requirement in declared(checkout):
        pin = pins[canonicalize_name(requirement.name)]
        [version] = [specifier.version for specifier in pin.specifier]
        assert requirement.specifier.contains(version), f"{requirement} against {pin}"


def test_whoosh_is_pinned_everywhere_to_the_wheel_with_the_hash(checkout: Path) -> None:
    line = (checkout / "packaging" / "whoosh3.txt").read_text("utf-8").strip()
    found = re.fullmatch(r"whoosh3==(\S+) --hash=sha256:[0-9a-f]{64}", line)
    assert found
    asked = [str(each.specifier) for each in declared(checkout) if each.name == "whoosh3"]
    kept = [str(each.specifier) for each in pinned(checkout) if each.name == "whoosh3"]
    assert asked == kept == [f"=={found[1]}"]
