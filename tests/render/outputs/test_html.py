"""The page as text: whole, equal each time, safe, small."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
import yaml

from journeykit.model.derive import Facts
from journeykit.model.elements import Journey
from journeykit.render.options import Options
from journeykit.render.outputs import html

HOSTILE = "</style></title><script>x</script><img src=x onerror=y>{{7*7}}\"'>&amp;{% raw %}"
VOID = {"meta", "br", "img", "input", "col", "use", "path", "circle", "rect", "line", "stop"}


def page(text: str | dict[str, Any], **options: Any) -> str:
    raw = yaml.load(text, yaml.CBaseLoader) if isinstance(text, str) else text
    return html.write(Facts(Journey.model_validate(raw)), Options(**options)).decode()


class Tags(HTMLParser):
    """All tags of a page; what does not close is left on the stack."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.crossed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.stack or self.stack.pop() != tag:
            self.crossed.append(tag)


def tags(text: str) -> Tags:
    parser = Tags()
    parser.feed(text)
    parser.close()
    return parser


def big(stages: int, actions: int) -> dict[str, Any]:
    each = actions // stages
    return {
        "journey": "1",
        "title": "A long way through the bank",
        "personas": {"a": {"name": "Ana"}, "b": {"name": "Ben"}},
        "channels": {"web": "Website", "shop": "Branch", "phone": "Phone"},
        "help": {"h": {"name": "A guide to the fees", "channels": "web"}},
        "stages": [
            {
                "stage": f"Stage number {n}",
                "goal": "Find out what it will cost",
                "duration": "2 weeks",
                "needs": ["A straight answer"],
                "actions": [
                    {
                        "action": f"Compares the tables of three banks {n} {a}",
                        "channel": ("web", "shop", "phone")[a % 3],
                        "emotion": [{"score": str(a % 5 - 2), "feeling": "curious"}, {"persona": "b", "score": "1"}],
                    }
                    for a in range(each)
                ],
                "questions": [{"question": f"What will it cost me {n}?", "channels": "web", "help": "h"}, f"Why {n}?"],
                "gaps": [
                    {"gap": f"Nobody answers {n}", "desired": "A person", "received": "A bot", "severity": "high"}
                ],
                "backstage": ["Chat routing", "Mail room"],
            }
            for n in range(stages)
        ],
    }


@pytest.mark.parametrize("text", ["journey: 1\ntitle: T\nstages: [A]", big(5, 11), big(12, 60)], ids=["one", "5", "12"])
def test_every_tag_is_closed(text: Any) -> None:
    parsed = tags(page(text))
    assert (parsed.stack, parsed.crossed) == ([], [])


def test_the_same_map_gives_the_same_bytes() -> None:
    assert page(big(5, 11)) == page(big(5, 11))


def test_the_page_asks_for_nothing() -> None:
    made = page(big(5, 11))
    policy = next(attrs["content"] for tag, attrs in tags(made).seen if attrs.get("http-equiv"))
    assert policy
    assert policy.startswith("default-src 'none'")
    script = made[made.index("<script>") + 8 : made.index("</script>")]
    assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}';" in policy
    assert "unsafe-inline" not in policy.replace("style-src 'unsafe-inline'", "")
    outside = made.replace(script, "")
    assert outside.count("<script") == 1
    assert not re.search(r"""<link|@import|url\((?!#)|src=|href=["'](?!#)""", outside)


def test_hostile_text_is_text() -> None:
    hostile = big(2, 4) | {"title": HOSTILE, "summary": HOSTILE, "owner": HOSTILE, "revision": HOSTILE, "lang": HOSTILE}
    hostile["personas"] = {"a": {"name": HOSTILE, "quote": HOSTILE, "prefers": "web"}, "b": HOSTILE}
    hostile["channels"]["web"] = HOSTILE
    hostile["stages"][0] |= {"stage": HOSTILE, "goal": HOSTILE, "quotes": [HOSTILE], "risks": [HOSTILE]}
    made = page(hostile)
    parsed = tags(made)
    assert (parsed.stack, parsed.crossed) == ([], [])
    assert [tag for tag, _ in parsed.seen if tag in ("script", "img")] == ["script"]
    assert not any(name.startswith("on") for _, attrs in parsed.seen for name in attrs)
    assert "49" not in re.sub(r"[^<>]*<style>.*?</style>", "", made, flags=re.DOTALL).split("{{7*7}}")[0][-20:]
    assert made.count("&lt;script&gt;") > 5
    assert made.count("</style>") == 1
    assert made.count("</script>") == 1


def test_addresses_become_links_only_where_they_are_safe() -> None:
    text = """\
        journey: 1
        title: T
        evidence:
          good: {name: Good, url: "https://example.org/a"}
          bad: {name: Bad, url: "javascript:alert(1)"}
        stages: [{stage: A, pains: [{pain: p, evidence: [good, bad]}]}]
        """
    made = page("\n".join(line.removeprefix("        ") for line in text.splitlines()))
    links = [attrs["href"] for tag, attrs in tags(made).seen if tag == "a"]
    assert [link for link in links if link and not link.startswith("#")] == ["https://example.org/a"]
    assert "javascript" not in made


def test_a_page_of_a_large_map_is_small() -> None:
    assert len(page(big(12, 60)).encode()) < 250_000


def test_nothing_is_written_twice_for_paper() -> None:
    """A map of several sheets is one table, whose cells are set anew on paper."""
    made = page(big(12, 60))
    assert made.count('<table class="map') == 1
    assert made.count("Compares the tables of three banks 3 1</span>") == 1
    assert made.count("Nobody answers 7</span>") == 1


def test_addresses_of_stages_and_questions_stay_when_others_come() -> None:
    def ids(made: str) -> set[str]:
        return {str(attrs["id"]) for _, attrs in tags(made).seen if str(attrs.get("id")).startswith("stages/")}

    small, more = big(3, 6), big(3, 6)
    more["stages"].insert(0, {"stage": "A new one", "questions": ["Is it new?"]})
    more["stages"][2]["questions"].insert(0, "What else?")
    assert len(ids(page(small))) == 3 + 6
    assert ids(page(small)) < ids(page(more))


def test_labels_speak_one_language_and_texts_keep_theirs() -> None:
    def heads(made: str) -> tuple[str | None, str | None, str | None]:
        seen = tags(made).seen
        page_of = next(attrs for tag, attrs in seen if tag == "html")
        return page_of["lang"], page_of["dir"], next(attrs for tag, attrs in seen if tag == "h1").get("lang")

    small = big(2, 4)
    assert heads(page(small)) == ("en", "ltr", None)
    assert heads(page(small | {"lang": "ar"})) == ("ar", "rtl", None)
    assert heads(page(small, lang="ar")) == ("ar", "rtl", "en")
    assert heads(page(small | {"lang": "ar"}, lang="en")) == ("en", "ltr", "ar")
    texts = [attrs for _, attrs in tags(page(small, lang="ar")).seen if attrs.get("lang") == "en"]
    assert len(texts) > 50
    assert {attrs.get("dir") for attrs in texts} == {"auto"}


def test_a_title_of_any_length_takes_no_time() -> None:
    began = time.process_time()
    made = page({"journey": "1", "title": "word " * 20_000, "stages": ["x" * 100_000]})
    assert len(made) > 200_000
    assert time.process_time() - began < 20


def test_the_table_says_what_heads_what() -> None:
    seen = tags(page(big(3, 6))).seen
    scopes = [attrs.get("scope") for tag, attrs in seen if tag == "th"]
    assert None not in scopes
    assert scopes.count("colgroup") == 3
    groups = [attrs for tag, attrs in seen if tag == "colgroup"]
    assert [group.get("span") for group in groups] == ["1", "2", "2", "2"]


def test_every_row_has_all_its_columns() -> None:
    made = page(big(3, 7) | {"stages": [*big(3, 7)["stages"], "Empty", {"stage": "Lone", "actions": ["x"]}]})
    table = made[made.index('<table class="map') : made.index("</table>")]
    table = re.sub(r'<td class="[^"]*again.*?</td>', "", table, flags=re.DOTALL)
    rows = [row for row in table.split("<tr")[1:] if 'class="phases"' not in row]
    widths = set()
    for row in rows:
        spans = [
            int(n[1]) if (n := re.search(r'colspan="(\d+)"', cell)) else 1
            for cell in re.findall(r"<t[dh][ >][^>]*>?", row)
        ]
        widths.add(sum(spans))
    assert widths == {1 + 3 * 2 + 2 + 2}


def test_ids_are_unique_and_links_within_the_page_lead_somewhere() -> None:
    seen = tags(page(big(12, 60) | {"evidence": {"e": "Talks"}})).seen
    ids = [attrs["id"] for _, attrs in seen if attrs.get("id")]
    assert len(ids) == len(set(ids))
    inner = {href[1:] for _, attrs in seen if (href := attrs.get("href")) and href.startswith("#")}
    assert inner <= set(ids)


def test_themes() -> None:
    one = {"journey": "1", "title": "T", "stages": ["A"]}
    assert "screen and (prefers-color-scheme:dark){:root{color-scheme:dark" in page(one)
    assert ":root{color-scheme:dark" not in page(one, theme="light")
    assert "@media screen{:root{color-scheme:dark" in page(one, theme="dark")


def test_there_is_no_clock_on_the_page() -> None:
    made = page({"journey": "1", "title": "T", "reviewed": "2026-03-02", "stages": ["A"]})
    assert "next by 2 Mar 2027" in made
    assert "overdue" not in made


@pytest.mark.parametrize("view", html.VIEWS)
def test_every_view_is_a_page(view: str) -> None:
    made = page(big(3, 6), view=view)
    assert made.startswith("<!doctype html>")
    assert "default-src 'none'" in made
    assert "<svg" in made


def test_the_map_is_the_default() -> None:
    assert html.VIEWS[0] == "map"
    assert page(big(2, 4)) == page(big(2, 4), view="map")
