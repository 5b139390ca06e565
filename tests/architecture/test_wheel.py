"""What is installed elsewhere: every file of the package, data and catalogues too, and none of its tests."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = [sys.executable, "-m", "build", "--no-isolation", "--sdist", "--wheel", "--outdir"]


def of_the_package(names: list[str]) -> set[str]:
    """The files under ocop/ among the names of an archive."""
    parts = (name.partition("/src/ocop/") if "/src/" in name else name.partition("ocop/") for name in names)
    return {inside for before, found, inside in parts if found and inside and not inside.endswith("/")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, made from a copy of what they are made from."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("built")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(
        ROOT / "src" / "ocop", source / "src" / "ocop", ignore=shutil.ignore_patterns("__pycache__")
    )
    subprocess.run([*BUILD, str(out)], cwd=source, check=True, capture_output=True)
    return out


@pytest.fixture(scope="module")
def wanted() -> set[str]:
    """Every file of the package that is no test."""
    base = ROOT / "src" / "ocop"
    files = (path.relative_to(base) for path in base.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if not {"tests", "__pycache__"} & set(path.parts)}


def test_the_wheel_holds_all_but_the_tests(built: Path, wanted: set[str]) -> None:
    [wheel] = built.glob("*.whl")
    assert of_the_package(zipfile.ZipFile(wheel).namelist()) == wanted


def test_the_source_archive_holds_all_but_the_tests(built: Path, wanted: set[str]) -> None:
    [archive] = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        assert of_the_package([member.name for member in packed if member.isfile()]) == wanted
