"""Snapshots say what changed, remember what was sent, and tell kindly why they cannot."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from journeykit.measure.alerts import Fired
from journeykit.measure.customers import Customer
from journeykit.measure.snapshots import Since, Snapshots
from journeykit.measure.sources import SourceError

duckdb = pytest.importorskip("duckdb")
FIRST, SECOND = date(2026, 1, 31), date(2026, 2, 28)
SINCE = datetime(2026, 1, 2, 3, 4, 5, 678901)


def people(**health: float | None) -> Iterator[Customer]:
    return iter([Customer(name, "Use", False, SINCE, value, ()) for name, value in health.items()])


def alert(customer: str, since: datetime = SINCE) -> Fired:
    return Fired("stages/use/alerts/low", "use", customer, since, (("health", 3.0),))


def test_what_changed_since_the_last_day(tmp_path: Path) -> None:
    with Snapshots(tmp_path / "s.duckdb", "m", True) as kept:
        assert kept.take(FIRST, people(up=10, down=90, same=50, left=70, unknown=None)) is None
        kept.keep(FIRST, [])
    with Snapshots(tmp_path / "s.duckdb", "m", True) as kept:
        since = kept.take(SECOND, people(up=11, down=20, same=50.9, unknown=None, new=100))
    assert since == Since(FIRST, 5, 5, 1, 1, 1, 1, 1, 55.0, pytest.approx((11 + 20 + 50.9 + 100) / 4))


@pytest.mark.skipif(sys.platform == "win32", reason="files there have no mode")
def test_a_new_file_is_for_its_owner_alone_and_an_old_one_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "s.duckdb"
    before = os.umask(0o022)
    try:
        for mode, health in ((0o600, 10), (0o644, 20)):
            with Snapshots(file, "m", True) as kept:
                assert stat.S_IMODE(file.stat().st_mode) == mode
                kept.take(FIRST, people(a=health))
                kept.keep(FIRST, [])
                modes = [stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir() if one != file]
                assert modes and set(modes) == {0o600}, "the log holds customers too"
            file.chmod(0o644)
        (tmp_path / "after").touch()
        assert stat.S_IMODE((tmp_path / "after").stat().st_mode) == 0o644
    finally:
        os.umask(before)


def test_a_text_file_is_no_snapshots(tmp_path: Path) -> None:
    """DuckDB would take it for data in memory, and what is kept there is gone."""
    (tmp_path / "s.csv").write_text("customer,at\nann,2026-01-01\n")
    for writes in (True, False):
        with pytest.raises(SourceError, match="is no file of snapshots"):
            Snapshots(tmp_path / "s.csv", "m", writes)


def test_who_left_or_is_in_no_stage_is_not_here(tmp_path: Path) -> None:
    with Snapshots(tmp_path / "s.duckdb", "m", True) as kept:
        kept.take(FIRST, people(a=10, b=20))
        kept.keep(FIRST, [])
        gone = [Customer("a", "Use", True, SINCE, None, ()), Customer("b", None, False, None, None, ())]
        since = kept.take(SECOND, iter(gone))
    assert since is not None
    assert (since.before, since.now, since.new, since.gone, since.mean_now) == (2, 0, 0, 2, None)


def test_the_same_day_again_takes_the_place_of_the_first(tmp_path: Path) -> None:
    with Snapshots(tmp_path / "s.duckdb", "m", True) as kept:
        for health in (10, 30):
            assert kept.take(FIRST, people(a=health)) is None
            kept.keep(FIRST, [])
        since = kept.take(SECOND, people(a=30))
    assert since is not None
    assert (since.mean_before, since.same) == (30, 1)


def test_maps_do_not_mix(tmp_path: Path) -> None:
    with Snapshots(tmp_path / "s.duckdb", "one", True) as kept:
        kept.take(FIRST, people(a=10))
        kept.keep(FIRST, [alert("a")])
    with Snapshots(tmp_path / "s.duckdb", "other", True) as kept:
        assert kept.take(SECOND, people(a=10)) is None
        assert kept.unsent([alert("a")]) == [alert("a")]


def test_an_alert_is_sent_once_for_a_stay_in_a_stage(tmp_path: Path) -> None:
    with Snapshots(tmp_path / "s.duckdb", "m", True) as kept:
        kept.take(FIRST, people())
        assert kept.unsent([alert("a"), alert("b")]) == [alert("a"), alert("b")]
        kept.keep(FIRST, [alert("a")])
    with Snapshots(tmp_path / "s.duckdb", "m", True) as kept:
        # Engines differ in the last digits of a second; coming back is another stay.
        near, again = alert("a", SINCE.replace(microsecond=678902)), alert("a", datetime(2026, 3, 1))
        assert kept.unsent([near, alert("b"), again]) == [alert("b"), again]


def test_nothing_is_kept_where_sending_fails(tmp_path: Path) -> None:
    def fail() -> None:
        raise SourceError("no")

    with Snapshots(tmp_path / "s.duckdb", "m", True) as kept:
        kept.take(FIRST, people(a=10))
        with pytest.raises(SourceError):
            kept.keep(FIRST, [alert("a")], fail)
    with Snapshots(tmp_path / "s.duckdb", "m", True) as kept:
        assert kept.take(SECOND, people(a=10)) is None
        assert kept.unsent([alert("a")]) == [alert("a")]


def test_a_look_writes_nothing(tmp_path: Path) -> None:
    with Snapshots(tmp_path / "s.duckdb", "m", False) as kept:
        assert kept.take(FIRST, people(a=10)) is None
        assert kept.unsent([alert("a")]) == [alert("a")]
    assert not list(tmp_path.iterdir())
    with Snapshots(tmp_path / "s.duckdb", "m", True) as kept:
        kept.take(FIRST, people(a=10))
        kept.keep(FIRST, [])
    before = (tmp_path / "s.duckdb").read_bytes()
    with Snapshots(tmp_path / "s.duckdb", "m", False) as kept:
        assert kept.take(SECOND, people(a=10)) is not None
    assert (tmp_path / "s.duckdb").read_bytes() == before


def refused(file: Path) -> str:
    with pytest.raises(SourceError) as told:
        Snapshots(file, "m", True)
    assert "\n" not in str(told.value)
    return str(told.value)


def test_files_that_are_something_else(tmp_path: Path) -> None:
    (tmp_path / "broken").write_bytes(b"this is no database " * 999)
    assert "is no file of snapshots" in refused(tmp_path / "broken")
    with duckdb.connect(str(tmp_path / "other")) as other:
        other.execute("CREATE TABLE about (a INTEGER)")
    assert "something else" in refused(tmp_path / "other")
    with duckdb.connect(str(tmp_path / "view")) as other:
        other.execute("CREATE VIEW about AS SELECT 'journeykit' AS made_by, 1 AS version")
    assert "no file of snapshots" in refused(tmp_path / "view")
    assert "is a folder" in refused(tmp_path)
    assert "no/s.duckdb" in refused(tmp_path / "no" / "s.duckdb")


def test_a_newer_file(tmp_path: Path) -> None:
    with Snapshots(tmp_path / "s", "m", True):
        pass
    with duckdb.connect(str(tmp_path / "s")) as other:
        other.execute("UPDATE about SET version = 99")
    assert "newer journeykit" in refused(tmp_path / "s")


def test_two_runs_at_once(tmp_path: Path) -> None:
    file = tmp_path / "s.duckdb"
    code = f"import duckdb, sys; c = duckdb.connect({str(file)!r}); print('ready', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert "in use by another run" in refused(file)
        other.communicate()
