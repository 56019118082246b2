"""The wheel holds the package and the resources it reads at run time."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    root = Path(__file__).resolve().parents[2]
    folder = tmp_path_factory.mktemp("wheel")
    [wheel] = WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_resources_are_inside(names: set[str], checkout: Path) -> None:
    resources = checkout / "resources"
    expected = {
        f"curator/_resources/{path.relative_to(resources).as_posix()}"
        for path in resources.rglob("*")
        if path.is_file() and path.name != ".DS_Store"
    }
    assert expected
    assert expected <= names


def test_modules_and_licence_are_inside(names: set[str]) -> None:
    assert {"curator/__init__.py", "curator/errors.py"} <= names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert "curator/_resources/THIRD-PARTY.md" in names


def test_nothing_else_is_inside(names: set[str]) -> None:
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"curator"}
