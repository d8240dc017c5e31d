from __future__ import annotations

import pytest

from journeykit.render.language import page_language
from journeykit.render.options import Options
from journeykit.render.outputs import md
from journeykit.render.picture import NoPersonaError, picture

MAP = """
title: A way
personas: {ana: Ana, benedict: {name: Ben}}
stages: [{stage: A, actions: [{action: hers, persona: ana}, {action: his, persona: benedict}]}]
"""


def test_the_map_as_it_is_where_nobody_is_asked_for(facts_of) -> None:
    text = picture("md", facts_of(MAP), Options()).decode()
    assert "hers" in text
    assert "his" in text


def test_the_map_of_one_persona(facts_of) -> None:
    text = picture("md", facts_of(MAP), Options(persona="ana")).decode()
    assert "hers" in text
    assert "| his |" not in text
    assert "Ben" not in text


@pytest.mark.parametrize(
    ("persona", "text", "hint"),
    [
        ("benedic", MAP, "did you mean benedict?"),
        ("zzzzzz", MAP, "there are ana, benedict"),
        ("ana", "title: A way", "it has none"),
    ],
)
def test_a_persona_there_is_not(facts_of, persona: str, text: str, hint: str) -> None:
    with pytest.raises(NoPersonaError) as told:
        picture("md", facts_of(text), Options(persona=persona))
    assert str(told.value) == f"there is no persona '{persona}' in “A way”; {hint}"


def test_the_language_asked_for_else_the_maps_own(facts_of, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(md, "write", lambda facts, options: page_language("nobody's").encode())
    german = facts_of("title: T\nlang: de\n")
    assert picture("md", german, Options()) == b"de"
    assert picture("md", german, Options(lang="fr")) == b"fr"
    # Afterwards nothing is left of it.
    assert page_language("nobody's") == "nobody's"


@pytest.mark.parametrize("name", ["html", "md", "dot", "svg"])
def test_the_same_map_gives_the_same_bytes(facts_of, name: str) -> None:
    options = Options(persona="ana", engine="graphviz-pure")
    assert picture(name, facts_of(MAP), options) == picture(name, facts_of(MAP), options)
