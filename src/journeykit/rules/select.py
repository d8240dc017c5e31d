"""Which rules run on a map, and how grave each is: by selection, configuration, profile, and the map's status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import Any, Literal

from journeykit.model.faults import FAULTS
from journeykit.model.nearest import nearest
from journeykit.model.project import ConfigurationError, Settings
from journeykit.rules.base import Rule, matches
from journeykit.rules.engine import Settled
from journeykit.source.diagnostic import Diagnostic, Severity

Profile = Literal["sketch", "standard", "strict"]

#: What no selection and no suppression takes away: a file that cannot be read is never fine.
ALWAYS = frozenset({"JK001", "JK009", "JK011"})
_STRICTER: dict[Severity, Severity] = {"error": "error", "warning": "error", "info": "warning"}


@dataclass(frozen=True)
class Wish:
    """What the command line asks for, beside the configuration; None or empty where it asks nothing."""

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None


@dataclass(frozen=True)
class Selection:
    """The rules of a run: configuration and command line together, settled for each file and status when asked."""

    rules: Sequence[Rule]
    settings: Settings
    wish: Wish = field(default_factory=Wish)

    def check_names(self) -> None:
        """Raises `ConfigurationError` for a name that is no code, name or family of rules."""
        per_file = [name for names in self.settings.per_file_ignores.values() for name in names]
        asked = (*self.wish.select, *self.wish.extend, *self.wish.ignore, *self.settings.select,
                 *self.settings.extend_select, *self.settings.ignore, *per_file, *self.settings.severity,
                 *self.settings.options)  # fmt: skip
        known = {rule.code: rule.name for rule in self.rules} | {code: name for code, (name, _) in FAULTS.items()}
        for name in asked:
            if not any(matches(code, own, name) for code, own in known.items()):
                guess = nearest(name, [*known.values(), *known])
                hint = f"did you mean {guess}?" if guess else "`journey rules` lists them"
                raise ConfigurationError(f"there is no rule '{name}'; {hint}")

    def settled(self, path: str, draft: bool) -> Settled:
        """The rules for one file; `draft` tells whether its status is draft."""
        profile = self.wish.profile or self.settings.profile or ("sketch" if draft else "standard")
        chosen = []
        for rule in self.rules:
            own = _severity_of(rule.code, rule.name, self.settings.severity)
            if own == "off" or not self._runs(rule.code, rule.name, path):
                continue
            grave: Severity = own or rule.severity  # type: ignore[assignment]
            if own is None and not rule.keeps_severity:
                grave = {"sketch": "info", "standard": grave, "strict": _STRICTER[grave]}[profile]  # type: ignore[assignment]
            chosen.append((rule, grave))
        return Settled(tuple(chosen), self.settings.options)

    def kept(self, faults: Iterable[Diagnostic], path: str) -> list[Diagnostic]:
        """The faults of reading that are told: all but those that are ignored by name."""
        return [one for one in faults if one.code in ALWAYS or not self._ignored(one.code, one.name, path)]

    def _runs(self, code: str, name: str, path: str) -> bool:
        # Where nothing is selected, everything is: the built-in rules and the project's own.
        select = self.wish.select or self.settings.select
        asked = _closest(code, name, (*select, *self.settings.extend_select, *self.wish.extend))
        chosen = asked if select else max(1, asked)
        return chosen > 0 and chosen > _closest(code, name, self._ignores(path))

    def _ignored(self, code: str, name: str, path: str) -> bool:
        return _closest(code, name, self._ignores(path)) > 0

    def _ignores(self, path: str) -> tuple[str, ...]:
        here = [name for pattern, names in self.settings.per_file_ignores.items() if fnmatch(path, pattern)
                for name in names]  # fmt: skip
        return (*self.settings.ignore, *self.wish.ignore, *here)


def _closest(code: str, name: str, wanted: Iterable[str]) -> int:
    """How closely the nearest of these names means a rule: its own name most, a family by its length, 0 not at all."""
    return max((99 if one == name else len(one) for one in wanted if matches(code, name, one)), default=0)


def _severity_of(code: str, name: str, severities: Mapping[str, Any]) -> str | None:
    found = [key for key in severities if matches(code, name, key)]
    return severities[max(found, key=lambda key: _closest(code, name, [key]))] if found else None
