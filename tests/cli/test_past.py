"""Patterns of a library, as they were at a commit, mean what `Path.glob` would have found."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from journeykit.cli.past import _fits, _joined

FILES = ["a.yaml", "lib/a.yaml", "lib/b.yml", "lib/deep/a.yaml", "lib/deep/er/c.yaml", "other/a.yaml"]


@pytest.mark.parametrize(
    "pattern", ["*.yaml", "lib/*.yaml", "lib/**/*.yaml", "**/a.yaml", "lib/[ab].y*", "l?b/*", "lib/deep/a.yaml"]
)
def test_patterns_mean_what_a_glob_means(tmp_path: Path, pattern: str) -> None:
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    there = {found.relative_to(tmp_path).as_posix() for found in tmp_path.glob(pattern) if found.is_file()}
    assert {file for file in FILES if _fits(file.split("/"), pattern.split("/"))} == there


def test_a_pattern_counts_from_the_configuration() -> None:
    assert _joined(PurePosixPath("maps/bank"), "../../lib/./*.yaml") == ["lib", "*.yaml"]
    assert _joined(PurePosixPath(), "lib/*.yaml") == ["lib", "*.yaml"]
