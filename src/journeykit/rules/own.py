"""Rules of a project's own: looked over before they run, and their findings before they are told.

What is wrong there is told to those who wrote them, for it is no defect of the program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from journeykit.model.elements import Element
from journeykit.model.project import ConfigurationError
from journeykit.rules.base import Elsewhere, Finding, Mend, Option, Rule
from journeykit.source.diagnostic import Severity
from journeykit.source.position import Span

if TYPE_CHECKING:
    from journeykit.rules.look import Look

_DOC = ", the docstring of its module: `doc=__doc__`"


def looked_over(rule: Rule, where: str) -> Rule:
    """A rule of a project whose findings are looked over; raises `ConfigurationError` for one that cannot be used."""
    for key in ("code", "name", "severity", "doc", "bad", "good"):
        if not isinstance(getattr(rule, key), str):
            raise ConfigurationError(f"{where}: `{key}` has to be a text{_DOC if key == 'doc' else ''}")
    if not re.fullmatch(r"[A-Z]+[0-9]+", rule.code) or rule.code.startswith("JK"):
        raise ConfigurationError(f"{where}: the code '{rule.code}' has to be letters and digits, and not JK")
    if not re.fullmatch(r"[\w-]+", rule.name):
        raise ConfigurationError(f"{where}: the name '{rule.name}' has to be letters and digits, joined by -")
    if rule.severity not in get_args(Severity):
        raise ConfigurationError(f"{where}: the severity '{rule.severity}' has to be error, warning or info")
    if not isinstance(rule.options, dict) or not all(isinstance(one, Option) for one in rule.options.values()):
        raise ConfigurationError(f"{where}: `options` has to be a mapping from names to `Option(default, meaning)`")
    if not isinstance(rule.gives_way_to, tuple) or not all(isinstance(one, str) for one in rule.gives_way_to):
        raise ConfigurationError(f"{where}: `gives_way_to` has to be a tuple of codes")
    return replace(rule, check=_guarded(rule, where))


def _guarded(rule: Rule, where: str) -> Callable[..., Iterator[Finding]]:
    def check(look: Look, **options: Any) -> Iterator[Finding]:
        try:
            for finding in rule.check(look, **options):
                _finding(finding, look)
                yield finding
        except (Exception, SystemExit) as error:
            broke = f"{type(error).__name__}: {error}"
            raise ConfigurationError(f"{where}: the rule {rule.code} {rule.name} breaks off with {broke}") from error

    return check


def _finding(one: Finding, look: Look) -> None:
    """Raises `TypeError` for what no report could tell."""
    _is(one, Finding, f"it gave {one!r}, which is no Finding")
    _place(one, look)
    _is(one.hint, str, "the hint of a finding has to be a text")
    if one.severity not in (None, *get_args(Severity)):
        raise TypeError("the severity of a finding has to be error, warning, info or None")
    for there in one.related:
        _is(there, Elsewhere, "what is related to a finding has to be an Elsewhere")
        _place(there, look)
    if one.mend is not None:
        _is(one.mend, Mend, "the mend of a finding has to be a Mend")
        _is(one.mend.key, str, "the key of a mend has to be a text")
        _is(one.mend.value, str, "the value of a mend has to be a text, YAML on one line")
        if one.mend.element is not None:
            _element(one.mend.element, look)
    for part in one.instead_of:
        _finding(part, look)


def _place(one: Finding | Elsewhere, look: Look) -> None:
    _element(one.element, look)
    _is(one.message, str, "the message of a finding has to be a text")
    _is(one.field, str, "the field of a finding has to be a text")
    if one.span is not None:
        _is(one.span, Span, "the span of a finding has to be a Span or None")
        numbers = (one.span.line, one.span.column, one.span.end_line, one.span.end_column)
        if not all(isinstance(number, int) and number > 0 for number in numbers):
            raise TypeError("the lines and columns of a span count from 1")


def _element(element: Element, look: Look) -> None:
    try:
        look.facts.outline.of(element)
    except KeyError:
        raise TypeError(
            f"the element of a finding has to be one of the map, and not {type(element).__name__}; "
            "`look.actions` has pairs of a stage and an action"
        ) from None


def _is(value: object, kind: type, told: str) -> None:
    if not isinstance(value, kind):
        raise TypeError(told)
