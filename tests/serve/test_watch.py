from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from journeykit.serve.watch import Watched, saves

pytest.importorskip("watchfiles")


def test_folders_are_watched_and_for_one_that_is_not_there_the_nearest_above(tmp_path: Path) -> None:
    watched = Watched.of({tmp_path / "maps" / "a.yaml"}, {tmp_path / "library" / "deep"})
    assert watched.places == {tmp_path}
    (tmp_path / "maps").mkdir()
    assert watched.places == {tmp_path, tmp_path / "maps"}


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("maps/a.yaml", True),
        ("maps/b.yaml", False),
        ("maps", True),
        ("library", True),
        ("library/channels.yaml", True),
        ("library/.channels.yaml.swp", False),
        ("library/channels.yaml~", False),
        ("library/deeper/x.yaml", False),
        ("other", False),
    ],
)
def test_only_what_may_change_the_page_counts(path: str, counts: bool, tmp_path: Path) -> None:
    watched = Watched.of({tmp_path / "maps/a.yaml"}, {tmp_path / "library"})
    assert watched.concerns(tmp_path / path) is counts


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.yaml").write_text("x")
    (tmp_path / "a.yaml").symlink_to(tmp_path / "real/a.yaml")
    watched = Watched.of({tmp_path / "a.yaml"}, set())
    assert watched.places == {tmp_path, tmp_path / "real"}
    assert watched.concerns(tmp_path / "real/a.yaml")


def test_a_file_that_is_replaced_is_seen_and_a_storm_of_writes_once(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("x")

    async def seen() -> int:
        stop, count = asyncio.Event(), 0

        async def write() -> None:
            await asyncio.sleep(0.3)
            for number in range(5):
                (tmp_path / "fresh").write_text(str(number))
                (tmp_path / "fresh").replace(file)
            (tmp_path / "b.yaml").write_text("y")
            await asyncio.sleep(0.5)
            stop.set()

        writing = asyncio.create_task(write())
        async for _ in saves(Watched.of({file}, set()), stop):
            count += 1
        await writing
        return count

    assert asyncio.run(asyncio.wait_for(seen(), 10)) == 1
