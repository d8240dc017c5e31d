"""How a poster shows what elements refer to: channels with symbols, personas as initials, evidence as letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeykit.kept import cached_property
from journeykit.model.derive import Facts
from journeykit.model.elements import Action, Stage
from journeykit.model.identity import slug
from journeykit.render.views.poster.items import Avatar, Ref
from journeykit.render.views.poster.legend import Occurring

_ICONS = {
    "web": ("web", "website", "site", "online", "browser", "portal", "page", "internet"),
    "search": ("search", "google", "seo"),
    "friends": ("friends", "friend", "family", "word", "community", "colleagues", "peers", "social", "forum"),
    "branch": ("branch", "store", "shop", "office", "outlet", "showroom", "bank", "desk", "garage", "clinic"),
    "phone": ("phone", "telephone", "call", "calls", "hotline", "helpline"),
    "mail": ("mail", "post", "letter", "email", "newsletter", "e-mail", "parcel"),
    "app": ("app", "mobile", "smartphone", "kiosk"),
    "chat": ("chat", "messenger", "whatsapp", "sms", "message", "bot"),
}
_ICON_OF = {word: icon for icon, words in _ICONS.items() for word in words}
COLOURS = 4


def letter(place: int) -> str:
    """The letter of the evidence at a place from 0: A to Z, then AA."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text


class Lookup:
    """The libraries of one map as the poster shows them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.journey = facts.journey
        self.marks = Occurring()

    @cached_property
    def avatars(self) -> dict[str, Avatar]:
        """The personas as initials; a second letter tells those with the same initial apart."""
        found: dict[str, Avatar] = {}
        taken: set[str] = set()
        for place, (key, persona) in enumerate(self.journey.personas.items()):
            name = persona.name.strip() or key
            initial = next((text for text in (name[:1].upper(), name[:2].capitalize()) if text not in taken), "")
            initial = initial or str(place + 1)
            taken.add(initial)
            found[key] = Avatar(place % COLOURS + 1, initial, persona.name)
        return found

    def people(self, keys: Iterable[str]) -> tuple[Avatar, ...]:
        """The personas of these ids; nobody where the map has one persona, since it is always that one."""
        if len(self.avatars) < 2:
            return ()
        return tuple(self.avatars[key] for key in keys if key in self.avatars)

    @cached_property
    def channels(self) -> dict[str, Ref]:
        """The channels with their symbols."""
        return {key: Ref(_icon(key, channel.name), channel.name) for key, channel in self.journey.channels.items()}

    def offered(self, keys: Iterable[str]) -> tuple[Ref, ...]:
        """The channels of these ids that exist."""
        return tuple(self.channels[key] for key in keys if key in self.channels)

    def touchpoint(self, key: str | None) -> Ref | None:
        """A touchpoint under the symbol of its channel."""
        point = self.journey.touchpoints.get(key or "")
        if point is None:
            return None
        channel = self.channels.get(point.channel)
        return Ref(channel.icon if channel else "ring", point.name)

    def places(self, channel: str | None, touchpoint: str | None) -> tuple[Ref, ...]:
        """Where something happens: its touchpoint, else its channel."""
        ref = self.touchpoint(touchpoint) or self.channels.get(channel or "")
        return (ref,) if ref else ()

    @cached_property
    def cited(self) -> dict[str, str]:
        """The letters of the evidence that the map cites, in the library's order."""
        used: set[str] = set()
        personas = self.journey.personas.values()
        used.update(key for persona in personas for key in persona.evidence)
        for place in self.facts.outline:
            used.update(getattr(place.element, "evidence", ()))
            for emotion in getattr(place.element, "emotion", ()):
                used.update(emotion.evidence)
        return {key: letter(place) for place, key in enumerate(k for k in self.journey.evidence if k in used)}

    def letters(self, *cites: Iterable[str]) -> tuple[str, ...]:
        """The letters of the evidence cited, each once and in order."""
        found = sorted({self.cited[key] for keys in cites for key in keys if key in self.cited}, key=_by_letter)
        if found:
            self.marks.note("evidence")
        return tuple(found)

    def touchpoints_of(self, stage: Stage) -> Iterator[str]:
        """The touchpoints of a stage, each once: its actions', then its own."""
        named = [action.touchpoint for action in stage.actions] + list(stage.touchpoints)
        return iter(dict.fromkeys(key for key in named if key and key in self.journey.touchpoints))

    def walkers(self, action: Action) -> tuple[int, ...]:
        """The places, from 1, of those who walk an action."""
        return tuple(place for place, key in enumerate(self.facts.walkers, 1) if self.facts.walks(key, action))


def _by_letter(text: str) -> tuple[int, str]:
    return len(text), text


def _icon(key: str, name: str) -> str:
    for text in (key, name):
        for word in slug(text).replace("_", "-").replace(".", "-").split("-"):
            if word in _ICON_OF:
                return _ICON_OF[word]
    return "ring"
