"""What can stand in a cell of a poster: plain values, each drawn by the template's macro of its `kind`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Ref:
    """A channel, or something that lies in one: a symbol and a name."""

    icon: str
    name: str


@dataclass(frozen=True)
class Avatar:
    """A persona in a circle: `number` picks the colour (from 1), `initial` stands in it."""

    number: int
    initial: str
    name: str


@dataclass(frozen=True)
class Tag:
    """A short remark with a symbol."""

    icon: str
    text: str
    tone: str = ""


@dataclass(frozen=True)
class Item:
    """The base of all items: `kind` names the macro."""

    kind: ClassVar[str] = ""


@dataclass(frozen=True)
class Line(Item):
    """A symbol, a text and what else there is to say about it."""

    kind: ClassVar[str] = "line"
    icon: str
    text: str
    label: str = ""
    details: tuple[str, ...] = ()
    avatars: tuple[Avatar, ...] = ()
    evidence: tuple[str, ...] = ()
    tone: str = ""


@dataclass(frozen=True)
class Voice(Item):
    """What a customer says (`said`) or thinks."""

    kind: ClassVar[str] = "voice"
    text: str
    said: bool
    avatars: tuple[Avatar, ...] = ()
    date: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class HelpBox(Item):
    """Help for a question: its state in words, and where it is found."""

    kind: ClassVar[str] = "helpbox"
    name: str
    state: str
    tone: str
    when: str = ""
    channels: tuple[Ref, ...] = ()
    words: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True)
class Asked(Item):
    """A question; `number` ties it to its marks in the channels, `address` names it the same in every rendering."""

    kind: ClassVar[str] = "asked"
    number: int
    address: str
    text: str
    state: str
    importance: float | None = None
    words: tuple[str, ...] = ()
    avatars: tuple[Avatar, ...] = ()
    channels: tuple[Ref, ...] = ()
    helps: tuple[HelpBox, ...] = ()
    answer: str | None = None
    warning: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quality(Item):
    """A touchpoint: quality received against quality expected, 1 to 5, each None where nobody rated it."""

    kind: ClassVar[str] = "quality"
    ref: Ref
    quality: float | None
    expected: float | None
    values: str
    said: str
    importance: float | None = None
    words: tuple[str, ...] = ()
    tone: str = ""
    url: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Notice(Item):
    """A warning in a box; `quote` is the promise it is about."""

    kind: ClassVar[str] = "notice"
    word: str
    text: str
    quote: str


@dataclass(frozen=True)
class Chance(Item):
    """An opportunity: `score` is impact ÷ effort."""

    kind: ClassVar[str] = "chance"
    text: str
    score: str
    impact: float | None
    effort: float | None
    tags: tuple[Tag, ...] = ()
    ticket: str = ""
    url: str | None = None
    settled: bool = False


@dataclass(frozen=True)
class Problem(Item):
    """A gap, a pain or a highlight, and what could mend it."""

    kind: ClassVar[str] = "problem"
    text: str
    icon: str = ""
    severity: str = ""
    bars: int = 0
    state: str = ""
    desired: str | None = None
    received: str | None = None
    because: str | None = None
    refs: tuple[Ref, ...] = ()
    quote: str = ""
    avatars: tuple[Avatar, ...] = ()
    evidence: tuple[str, ...] = ()
    chances: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Hazard(Item):
    """A risk, or a way out of the journey."""

    kind: ClassVar[str] = "hazard"
    icon: str
    text: str
    tags: tuple[Tag, ...] = ()
    because: str | None = None


@dataclass(frozen=True)
class Gauge(Item):
    """A metric now against its target; the numbers are per cent of the bar's width."""

    kind: ClassVar[str] = "gauge"
    name: str
    now: str
    target: str
    said: str
    tone: str
    details: str = ""
    zero: float | None = None
    start: float = 0
    length: float | None = None
    was: float | None = None
    mark: float | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chip(Item):
    """A step of the blueprint; `handoff` where the owner changed before it."""

    kind: ClassVar[str] = "chip"
    icon: str
    text: str
    owner: str = ""
    wait: str = ""
    avatars: tuple[Avatar, ...] = ()
    handoff: bool = False


@dataclass(frozen=True)
class Felt:
    """A feeling in words, for the list that is read aloud and for narrow pages."""

    face: str
    score: str
    feeling: str
    because: str
    avatar: Avatar | None = None
    desired: str = ""


@dataclass(frozen=True)
class Done:
    """An action: what the customer does."""

    text: str
    number: int
    walkers: tuple[int, ...]
    channel: Ref | None
    avatars: tuple[Avatar, ...]
    tags: tuple[Tag, ...]
    star: str | None
    evidence: tuple[str, ...]
    felt: tuple[Felt, ...]
