from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeykit.model.load import load, load_path
from journeykit.render.options import Options
from journeykit.render.picture import picture
from journeykit.source.text import Source

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").rglob("*.journey.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example_goes_round(path: Path) -> None:
    document = load_path(path)
    written = picture("json", document.facts, Options())
    again = load(Source("again.json", written.decode()))
    assert not again.diagnostics
    assert json.loads(picture("json", again.facts, Options())) == json.loads(written)
    assert again.journey is not None
    assert document.journey is not None
    without = {field: {key: entry.model_copy(update={"overrides": False}) for key, entry in
                       getattr(again.journey, field).items()}
               for field in ("personas", "channels", "touchpoints", "promises", "help", "metrics", "evidence")}  # fmt: skip
    assert again.journey.model_copy(update=without) == document.journey


def test_a_map_of_one_persona_is_a_map_again() -> None:
    document = load_path(next(path for path in EXAMPLES if path.parent.name == "bank"))
    written = json.loads(picture("json", document.facts, Options(persona="dan")))
    assert list(written["personas"]) == ["dan"]
    again = load(Source("again.json", json.dumps(written)))
    assert not again.diagnostics
    # Nothing of what is another persona's alone is left, and what is shared stays.
    texts = [action["action"] for stage in written["stages"] for action in stage.get("actions", ())]
    assert "Shows Mia the shared-bills view" in texts
    assert all(
        "mia" not in str(action.get("persona", "")) for stage in written["stages"] for action in stage["actions"]
    )


def test_keys_of_the_authors_own_are_left_alone() -> None:
    text = "journey: 1\ntitle: T\npersonas: {a: {name: A}, b: {name: B}}\nx-own: {persona: [b, z]}\nstages: [S]\n"
    written = json.loads(picture("json", load(Source("m", text)).facts, Options(persona="a")))
    assert written["x-own"] == {"persona": ["b", "z"]}
