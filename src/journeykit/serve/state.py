"""What the browser is told: the number of the page, and the pieces that stand around it, as HTML."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from journeykit.render.language import noted, say, say_many, speaking, spoken
from journeykit.render.templates import environment
from journeykit.render.views.words import direction, joined
from journeykit.serve.shot import Finding, Shot
from journeykit.source.diagnostic import SEVERITY_ORDER

#: What a severity is called, as in the reports of `validate`.
_WORDS = {"error": noted("error"), "warning": noted("warning"), "info": noted("note")}


@dataclass(frozen=True)
class State:
    """All that the browser shows. `page` is the digest of the picture, empty where there was none yet.

    `css` are the colours and fonts, `panel` and `broken` are HTML; `broken` is empty while the map can be drawn.
    """

    page: str
    title: str
    lang: str
    direction: str
    css: str
    panel: str
    broken: str

    @property
    def as_json(self) -> str:
        """The state on one line, which may also stand in a page."""
        return json.dumps(asdict(self)).replace("<", "\\u003c")


def digest(page: bytes) -> str:
    """The name of a page: what it holds, and nothing else, decides it."""
    return sha256(page).hexdigest()[:24]


def state_of(shot: Shot, last: str) -> State:
    """What to show of a map; `last` names the last page that could be drawn."""
    with speaking(shot.lang):
        values = {"shot": shot, "words": _WORDS, "summary": _summary(shot.findings), "trouble": _trouble(shot)}
        panel = environment().get_template("serve/panel.html.j2").render(values)
        fails = shot.page is None
        broken = environment().get_template("serve/broken.html.j2").render(values, is_old=bool(last)) if fails else ""
        title = say("{title} cannot be drawn", title=shot.title) if fails else shot.title
        language = spoken()
    theme = environment().get_template("poster/theme.j2").render(theme=shot.options.theme, look=shot.options.look)
    page = digest(shot.page) if shot.page is not None else last
    return State(page, title, language, direction(language), theme, panel, broken)


def shell(state: State) -> str:
    """The page around the map's page, which keeps itself up to date."""
    with speaking(state.lang):
        return environment().get_template("serve/live.html.j2").render(state=state)


def _summary(findings: Sequence[Finding]) -> str:
    """How many findings of each severity, in words."""
    count = {severity: sum(one.severity == severity for one in findings) for severity in SEVERITY_ORDER}
    said = {
        "error": say_many("{number} error", "{number} errors", count["error"]),
        "warning": say_many("{number} warning", "{number} warnings", count["warning"]),
        "info": say_many("{number} note", "{number} notes", count["info"]),
    }
    return joined([said[severity] for severity in SEVERITY_ORDER if count[severity]]) or say("nothing found")


def _trouble(shot: Shot) -> str:
    return str(shot.trouble) if shot.trouble else ""
