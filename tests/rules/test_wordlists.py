from __future__ import annotations

import pytest

from journeykit.model.identity import slug
from journeykit.model.templates import TEMPLATES
from journeykit.rules.look import AFTER, BUYING
from journeykit.rules.wordlists import LISTS
from journeykit.rules.words import words_of

ROLES = BUYING | AFTER | {role for roles in TEMPLATES.values() for role in roles}


def test_the_languages() -> None:
    assert set(LISTS) == {"en", "de", "es", "fr", "pt"}


@pytest.mark.parametrize("lang", LISTS)
def test_the_lists_are_clean(lang: str) -> None:
    for words in LISTS[lang][:3]:
        parts = words.split(", ")
        assert len(parts) == len(set(parts)) >= 60
        assert all(part and part == part.strip().casefold() and "," not in part for part in parts)


@pytest.mark.parametrize("lang", LISTS)
def test_no_feeling_is_both_good_and_bad(lang: str) -> None:
    good, bad, _, _ = LISTS[lang]
    assert set(good.split(", ")).isdisjoint(bad.split(", "))


@pytest.mark.parametrize("lang", LISTS)
def test_every_role_has_a_name_and_every_name_one_role(lang: str) -> None:
    roles = LISTS[lang][3]
    assert set(roles) == ROLES
    by_slug: dict[str, set[str]] = {}
    for role, listed in roles.items():
        for name in listed.split(", "):
            by_slug.setdefault(slug(name), set()).add(role)
    assert {name: meant for name, meant in by_slug.items() if len(meant) > 1} == {}
    # A name that is a role itself means that role.
    assert {name: meant for name, meant in by_slug.items() if name in ROLES and meant != {name}} == {}


@pytest.mark.parametrize(
    ("lang", "name", "role"),
    [("de", "kauf", "buy"), ("de", "Bewertung", "review"), ("fr", "Achat", "buy"), ("es", "después", "after")],
)
def test_stages_by_role(lang: str, name: str, role: str) -> None:
    assert words_of(lang).role(name) == role


@pytest.mark.parametrize(
    ("lang", "good", "bad"),
    [
        ("en", "rescued, at peace", "panicky, cornered, stranded, torn, numb"),
        ("de", "gut", "ertappt, erschrocken, schlechtes Gewissen"),
        ("es", "enganchada, enganchado", "dudosa, dudoso"),
        ("fr", "excitée, excité", "à part"),
    ],
)
def test_feelings_by_sign(lang: str, good: str, bad: str) -> None:
    sign = words_of(lang).sign
    assert {sign(word) for word in good.split(", ")} == {1}
    assert {sign(word) for word in bad.split(", ")} == {-1}
