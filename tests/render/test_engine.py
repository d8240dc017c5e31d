from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journeykit.render import engine

SOURCE = 'digraph x { graph [layout=nop2, bb="0,0,100,100"]; n1 [pos="50,50", label="%s"]; }'


@pytest.mark.parametrize("text", ["plain", "Übergrößenträger", "Łódź ▲▲ +2 — “quoted” · €", "Việt Nam"])
def test_latin(text: str) -> None:
    assert engine.is_latin(text)


@pytest.mark.parametrize("text", ["日本", "العميل", "Привет", "Ελλάδα", "yes 🎉"])
def test_not_latin(text: str) -> None:
    assert not engine.is_latin(text)


def chosen(monkeypatch: pytest.MonkeyPatch, here: set[str], text: str, asked: str | None = None) -> str:
    """The engine that draws a text where only some are here."""
    monkeypatch.setattr(engine, "_runner", lambda name: (lambda _: name.encode()) if name in here else None)
    return engine.draw(text, asked).decode()


def test_which_engine_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = {"graphviz-pure", "dot", "pygraphviz"}
    assert chosen(monkeypatch, everything, "plain") == "graphviz-pure"
    assert chosen(monkeypatch, everything, "日本") == "dot"
    assert chosen(monkeypatch, {"graphviz-pure"}, "日本") == "graphviz-pure"
    assert chosen(monkeypatch, {"dot", "pygraphviz"}, "plain") == "dot"
    assert chosen(monkeypatch, {"pygraphviz"}, "plain") == "pygraphviz"
    assert chosen(monkeypatch, everything, "plain", "dot") == "dot"
    assert chosen(monkeypatch, everything, "plain", "pygraphviz") == "pygraphviz"


def test_without_an_engine_it_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(engine.NoEngineError, match="pip install graphviz-pure"):
        chosen(monkeypatch, set(), "plain")
    with pytest.raises(engine.NoEngineError, match=r"journeykit\[diagrams\]"):
        chosen(monkeypatch, {"dot"}, "plain", "pygraphviz")
    with pytest.raises(engine.NoEngineError, match="choose graphviz-pure, dot, pygraphviz"):
        chosen(monkeypatch, {"dot"}, "plain", "neato")


def test_the_program_beside_python_is_found_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert b"</svg>" in engine.draw(SOURCE % "x", "graphviz-pure")


def test_what_graphviz_says_becomes_one_line() -> None:
    with pytest.raises(engine.EngineError, match="syntax error") as caught:
        engine.draw("digraph {", "graphviz-pure")
    assert "\n" not in str(caught.value)


def test_an_engine_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "dot"
    slow.write_text(f"#!{sys.executable}\nimport time; time.sleep(30)\n")
    slow.chmod(0o755)
    monkeypatch.setattr(engine, "TIME_LIMIT", 0.2)
    monkeypatch.setattr(engine, "_program", lambda name: str(slow))
    with pytest.raises(engine.EngineError, match="did not end within"):
        engine.draw(SOURCE % "x", "dot")


def test_an_engine_that_cannot_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engine, "_program", lambda name: str(tmp_path / "nothing"))
    with pytest.raises(engine.EngineError, match="could not be started"):
        engine.draw(SOURCE % "x", "dot")


def test_no_shell_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    run = subprocess.run

    def watched(*arguments, **options):
        calls.append((arguments, options))
        return run(*arguments, **options)

    monkeypatch.setattr(subprocess, "run", watched)
    engine.draw(SOURCE % "x", "graphviz-pure")
    (((command,), options),) = calls
    assert isinstance(command, list)
    assert not options.get("shell")
    assert options["timeout"] == engine.TIME_LIMIT


@pytest.mark.skipif(shutil.which("dot") is None, reason="no system Graphviz")
def test_the_systems_graphviz_draws_too() -> None:
    assert b"</svg>" in engine.draw(SOURCE % "x", "dot")
