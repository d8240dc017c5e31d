"""What a run of `measure` does with the customers while the engine has them: alerts, snapshots, a history."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from journeykit.cli.console import Console, WrongUsageError
from journeykit.measure.alerts import Fired, fired, silent
from journeykit.measure.customers import customers
from journeykit.measure.engines.base import Engine
from journeykit.measure.history import Past, days_of, history
from journeykit.measure.report import end_of
from journeykit.measure.snapshots import Since, Snapshots
from journeykit.measure.sources import SourceError
from journeykit.measure.stages import Walk
from journeykit.model.document import Document
from journeykit.model.elements import Alert
from journeykit.model.values import parse_duration

#: Seconds until a command that takes alerts is given up.
TIME_LIMIT = 300
_COMMAND = "command:"


@dataclass
class Watcher:
    """Looks at the customers as `measure` hands them over; what it found is in its fields afterwards."""

    document: Document
    day: date
    zone: str
    wants_alerts: bool
    days: Sequence[date] = ()
    snapshots: Snapshots | None = None
    alerts: list[Fired] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    past: tuple[Past, ...] = ()
    since: Since | None = None

    def __call__(self, engine: Engine, walk: Walk, health: Any, has_answers: bool) -> None:
        if self.snapshots:
            self.since = self.snapshots.take(self.day, customers(engine, walk, health))
        if self.days:
            self.past = history(engine, walk, has_answers, [(day, end_of(day, self.zone)) for day in self.days])
        if self.wants_alerts:
            facts = self.document.facts
            self.notes = list(silent(facts, walk, has_answers))
            found = list(fired(facts, engine, walk, health, has_answers))
            self.alerts = self.snapshots.unsent(found) if self.snapshots else found

    @property
    def lines(self) -> list[str]:
        """The alerts, each as a line of JSON."""
        return [_line(self.document, self.day, one) for one in self.alerts]


def _line(document: Document, day: date, one: Fired) -> str:
    outline = document.outline
    alert = outline.by_address[one.alert].element
    assert isinstance(alert, Alert)
    data = {
        "map": outline.root.id,
        "day": day.isoformat(),
        "alert": alert.alert,
        "element": one.alert,
        "kind": alert.kind,
        "when": str(alert.when),
        "customer": one.customer,
        "stage": one.stage,
        "since": one.since.isoformat(" ", "seconds"),
        "values": dict(one.values),
        "notify": list(alert.notify),
        "does": alert.does,
    }
    return json.dumps(data, ensure_ascii=False)


def days_back(text: str | None, day: date) -> tuple[date, ...]:
    """The days that `--history` asks for. Raises `WrongUsageError`."""
    if text is None:
        return ()
    length = parse_duration(text.strip())
    if length is None:
        raise WrongUsageError(f"--history: '{text}' is no length of time; write 6 months, 12 weeks or 10 days")
    try:
        return days_of(length, day)
    except ValueError as error:
        raise WrongUsageError(f"--history: {error}") from None


def sender(to: str) -> Callable[[Sequence[str]], None]:
    """What takes the lines of alerts: standard output (`-`), a file, or a command. Raises `WrongUsageError`."""
    if to == "-":
        return _print
    if not to.startswith(_COMMAND):
        file = Path(to)
        if file.is_dir() or not file.parent.is_dir():
            raise WrongUsageError(
                f"--alerts: {to} is no file that could be written; name one in a folder that is there"
            )
        return lambda lines: _append(file, lines)
    try:
        words = shlex.split(to.removeprefix(_COMMAND))
    except ValueError as error:
        raise WrongUsageError(f"--alerts: the command cannot be read ({str(error).lower()})") from None
    if not words:
        raise WrongUsageError("--alerts: name a command behind command: as in command:notify --channel renewals")
    return lambda lines: _run(words, lines)


def _print(lines: Sequence[str]) -> None:
    import sys

    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def _append(file: Path, lines: Sequence[str]) -> None:
    """Add lines to a file, all of them or none."""
    if not lines:
        return
    content = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    try:
        # Without a buffer: what failed must not be written once more when the file is closed.
        with file.open("ab", buffering=0) as out:
            before, left = out.tell(), memoryview(content)
            try:
                while left:
                    left = left[out.write(left) or 0 :]
            except OSError:
                out.truncate(before)
                raise
    except OSError as error:
        raise SourceError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}") from None


def _run(words: Sequence[str], lines: Sequence[str]) -> None:
    """Hand lines to a command on its standard input. What it says is its own; it is not run for nothing."""
    if not lines:
        return
    content = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    try:
        ended = subprocess.run(words, input=content, timeout=TIME_LIMIT, check=False)
    except subprocess.TimeoutExpired:
        raise SourceError(f"the command {words[0]} did not end within {TIME_LIMIT} seconds: nothing is kept") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"the command {words[0]} cannot be run: {reason.lower()}") from None
    if ended.returncode:
        raise SourceError(
            f"the command {words[0]} failed with {ended.returncode}: nothing is kept, and all is sent again"
        )


def close(watcher: Watcher, to: str | None, send: bool, console: Console) -> None:
    """Send or show the alerts, and keep the day. Raises `SourceError`, and then nothing is kept."""
    for note in watcher.notes:
        console.say(note)
    lines = watcher.lines
    count = f"{len(lines):,} {'alert' if len(lines) == 1 else 'alerts'}"
    if to is not None and not send:
        _print(lines)
        console.say(f"{count} would be sent; --send sends them, and remembers it")
        return
    take = sender(to) if to is not None else None
    if watcher.snapshots:
        watcher.snapshots.keep(watcher.day, watcher.alerts, (lambda: take(lines)) if take else None)
    if take and to != "-":
        console.say(f"{count} sent")
