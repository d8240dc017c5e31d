"""The pages of channels, personas and opportunities as text: whole, equal each time, safe, small."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from journeykit.model.derive import Facts
from journeykit.render.options import Options
from journeykit.render.outputs import html
from journeykit.render.theme import read_theme

VIEWS = ("channels", "personas", "opportunities")
HOSTILE = "</style></title><script>x</script><img src=x onerror=y>{{7*7}}'>&amp;{% raw %}"
VOID = {"meta", "br", "img", "col", "use", "path", "circle", "rect", "line", "stop"}
MAP = """
title: T
owner: T
personas: {a: {name: T, quote: T, goals: T, prefers: web, evidence: e}, b: T}
channels: {web: T, tel: {name: T, owner: T}}
touchpoints: {p: {name: T, channel: web, quality: 2, expected: 5, url: T, evidence: e}}
evidence: {e: {name: T, url: T}}
stages:
- stage: T
  touchpoints: p
  questions: [{question: T, channels: web}]
  actions: [{action: T, channel: web, emotion: {score: -1, feeling: T, because: T}}]
  gaps: [{gap: T, severity: high, opportunities: [{opportunity: T, impact: 4, effort: 2, owner: T, ticket: T}, T]}]
  pains: [{pain: T, severity: critical}]
  opportunities: [{opportunity: T, state: done}]
"""


def page(facts: Facts, view: str, **options: object) -> str:
    return html.write(facts, Options(view=view, **options)).decode()  # type: ignore[arg-type]


class Tags(HTMLParser):
    """The tags of a page; what does not close, or closes crosswise, is left."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.crossed: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self.stack or self.stack.pop() != tag):
            self.crossed.append(tag)


@pytest.mark.parametrize("view", VIEWS)
def test_all_tags_close_and_ids_are_unique(facts_of, view: str) -> None:
    tags = Tags(page(facts_of(MAP), view))
    assert (tags.stack, tags.crossed) == ([], [])
    ids = [found for _, attributes in tags.seen if (found := attributes.get("id"))]
    assert len(ids) == len(set(ids))
    used = {(attributes.get("href") or "")[1:] for tag, attributes in tags.seen if tag == "use"}
    assert used <= set(ids)


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_text_is_text(facts_of, view: str) -> None:
    facts = facts_of(MAP.replace(": T", f': "{HOSTILE}"').replace(", T]", f', "{HOSTILE}"]'))
    text = page(facts, view)
    tags = Tags(text)
    assert (tags.stack, tags.crossed) == ([], [])
    assert not {"script", "img", "iframe", "object"} & {tag for tag, _ in tags.seen}
    assert not [name for _, attributes in tags.seen for name in attributes if name.startswith("on")]
    assert "{{7*7}}" in text
    assert not [href for _, attributes in tags.seen if (href := attributes.get("href")) and not href.startswith("#")]


@pytest.mark.parametrize("view", VIEWS)
def test_the_page_asks_for_nothing_and_runs_nothing(facts_of, view: str) -> None:
    text = page(facts_of(MAP), view)
    assert "default-src 'none'" in text
    assert "<script" not in text
    assert "://" not in re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL).replace("http://www.w3.org/", "")


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_map_gives_the_same_bytes(facts_of, view: str) -> None:
    assert page(facts_of(MAP), view) == page(facts_of(MAP), view)
    assert len(page(facts_of(MAP), view)) < 100_000


@pytest.mark.parametrize("view", VIEWS)
def test_themes_and_languages(facts_of, tmp_path, view: str) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>")
    theme = read_theme('logo = "logo.svg"\n[light]\nink = "#123456"\n', tmp_path)
    text = page(facts_of(MAP + "\nlang: ar\n"), view, look=theme, theme="light")
    assert "--ink:#123456" in text
    assert 'class="logo"' in text
    assert "prefers-color-scheme" not in text
    assert '<html lang="ar" dir="rtl">' in text
    other = page(facts_of(MAP + "\nlang: ar\n"), view, lang="en")
    assert '<html lang="en" dir="ltr">' in other
    assert '<h1 class="xl" lang="ar" dir="auto">' in other


def test_evidence_that_is_cited_can_be_found(facts_of) -> None:
    for view in ("channels", "personas"):
        text = page(facts_of(MAP), view)
        assert 'href="#ev-A"' in text
        assert 'id="ev-A"' in text
