"""Words by language: what feelings mean, what the organisation calls things, what stages are called.

A language without lists gets empty ones, and the rules that read words stay silent in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from journeykit.model.identity import slug
from journeykit.rules.wordlists import LISTS

#: The slug of a stage's name or id: they are alike from map to map.
slugged = lru_cache(maxsize=4096)(slug)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@dataclass(frozen=True)
class Words:
    """The lists of one language: `feelings` maps a word to its sign, `roles` the slug of a stage to its role."""

    feelings: Mapping[str, int] = field(default_factory=dict)
    inside: frozenset[str] = frozenset()
    roles: Mapping[str, str] = field(default_factory=dict)

    def role(self, name: str) -> str:
        """The role a stage's id or `as` means; itself where no list knows it."""
        return self.roles.get(slugged(name), name)

    def sign(self, feeling: str) -> int:
        """1 for a good feeling, −1 for a bad one, 0 for one that no list knows."""
        return self.feelings.get(_folded(feeling), 0)


@cache
def words_of(lang: str) -> Words:
    """The lists of a language by its tag: `de`, `de-AT` and `de_CH` are German."""
    lists = LISTS.get(lang.replace("_", "-").split("-")[0].lower())
    if lists is None:
        return Words()
    good, bad, inside, roles = lists
    feelings = dict.fromkeys(good.split(", "), 1) | dict.fromkeys(bad.split(", "), -1)
    named = {slug(name): role for role, names in roles.items() for name in names.split(", ")}
    return Words(feelings, frozenset(inside.split(", ")), named)
