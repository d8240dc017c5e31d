"""Which rules run on a map, and how grave each is: by selection, configuration, profile, and the map's status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from math import isfinite
from os.path import relpath, sep
from pathlib import Path
from typing import Any, Literal

from journeykit.model.faults import FAULTS
from journeykit.model.nearest import nearest
from journeykit.model.project import ConfigurationError, Settings
from journeykit.rules.base import Rule, matches
from journeykit.rules.engine import Settled
from journeykit.rules.wording import listed
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
    """The rules of a run: configuration and command line together, settled for each file and status when asked.

    `root` is the folder of the configuration, from which `per-file-ignores` name files wherever the program is called;
    `source` is what the configuration is called.
    """

    rules: Sequence[Rule]
    settings: Settings
    wish: Wish = field(default_factory=Wish)
    root: Path | None = None
    source: str = "configuration"

    def check_names(self) -> None:
        """Raises `ConfigurationError` for a name that is no code, name or family of rules, and for an option that
        its rule does not have, or of another kind than it takes.
        """
        wish, settings = self.wish, self.settings
        asked: dict[str, Iterable[str]] = {"--select": wish.select, "--extend-select": wish.extend,
                                           "--ignore": wish.ignore}  # fmt: skip
        written: dict[str, Iterable[str]] = {"select": settings.select, "extend-select": settings.extend_select,
                                             "ignore": settings.ignore, "severity": settings.severity,
                                             "options": settings.options}  # fmt: skip
        written |= {f'per-file-ignores."{pattern}"': names for pattern, names in settings.per_file_ignores.items()}
        asked |= {f"{self.source}: `{key}`": names for key, names in written.items()}
        known = {rule.code: rule.name for rule in self.rules} | {code: name for code, (name, _) in FAULTS.items()}
        for where, names in asked.items():
            for name in names:
                if not any(matches(code, own, name) for code, own in known.items()):
                    raise ConfigurationError(f"{where}: there is no rule '{name}'; {_hint(name, known)}")
        self._check_options()

    def _check_options(self) -> None:
        for name, values in self.settings.options.items():
            rule = next((rule for rule in self.rules if name in (rule.code, rule.name)), None)
            if rule is None:
                raise ConfigurationError(
                    f"{self.source}: `options.{name}`: options are those of one rule, by its code or its name"
                )
            known = {key: option.default for key, option in rule.options.items()}
            for key, value in values.items():
                if key not in known:
                    has = f"it has {listed(known)}" if known else "it has none"
                    raise ConfigurationError(f"{self.source}: `options.{name}`: the rule has no option '{key}'; {has}")
                if not _is_like(value, known[key]):
                    wanted = "a number, 0 or more" if isinstance(known[key], int | float) else "a list of texts"
                    raise ConfigurationError(f"{self.source}: `options.{name}.{key}`: it should be {wanted}")
            least, most = values.get("min", known.get("min")), values.get("max", known.get("max"))
            if least is not None and most is not None and least > most:
                raise ConfigurationError(f"{self.source}: `options.{name}`: `min` {least} is more than `max` {most}")

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
        """The faults of reading that are told, as grave as is wished: all but those that are ignored by name."""
        return [graded for one in faults if (graded := self._graded(one, path))]

    def _graded(self, fault: Diagnostic, path: str) -> Diagnostic | None:
        if fault.code in ALWAYS:
            return fault
        own = _severity_of(fault.code, fault.name, self.settings.severity)
        if own == "off" or self._ignored(fault.code, fault.name, path):
            return None
        return replace(fault, severity=own) if own else fault  # type: ignore[arg-type]

    def _runs(self, code: str, name: str, path: str) -> bool:
        # Where nothing is selected, everything is: the built-in rules and the project's own.
        select = self.wish.select or self.settings.select
        asked = _closest(code, name, (*select, *self.settings.extend_select, *self.wish.extend))
        chosen = asked if select else max(1, asked)
        return chosen > 0 and chosen > _closest(code, name, self._ignores(path))

    def _ignored(self, code: str, name: str, path: str) -> bool:
        return _closest(code, name, self._ignores(path)) > 0

    def _ignores(self, path: str) -> tuple[str, ...]:
        here = [name for pattern in self.patterns(path) for name in self.settings.per_file_ignores[pattern]]
        return (*self.settings.ignore, *self.wish.ignore, *here)

    def patterns(self, path: str) -> tuple[str, ...]:
        """The patterns of `per-file-ignores` that mean a file: by its name as given, or by its place below `root`."""
        wanted = self.settings.per_file_ignores
        if not wanted:
            return ()
        names = {path} if self.root is None else {path, relpath(path, self.root).replace(sep, "/")}
        return tuple(pattern for pattern in wanted if any(_means(pattern, name) for name in names))


def _means(pattern: str, name: str) -> bool:
    """Whether a pattern means a file: its name, or a folder above it; `**/` is also no folder at all."""
    plain = pattern.removeprefix("./").rstrip("/")
    bare = plain.removeprefix("**/")
    return any(fnmatch(name, one) for one in (plain, f"{plain}/*", bare, f"{bare}/*"))


def _hint(name: str, known: Mapping[str, str]) -> str:
    """The code, the name or the family that is meant, or where to find them."""
    upper = name.upper()
    if any(matches(code, own, upper) for code, own in known.items()):
        return f"did you mean {upper}?"
    guess = nearest(name, [*known.values(), *known])
    return f"did you mean {guess}?" if guess else "`journey rules` lists them"


def _is_like(value: object, default: object) -> bool:
    """Whether an option is of the kind of its default: a number, or texts; what else a rule takes is its own matter."""
    if isinstance(default, int | float) and not isinstance(default, bool):
        return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and value >= 0
    if isinstance(default, tuple | list):
        return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))
    return True


def _closest(code: str, name: str, wanted: Iterable[str]) -> int:
    """How closely the nearest of these names means a rule: its own name most, a family by its length, 0 not at all."""
    return max((99 if one == name else len(one) for one in wanted if matches(code, name, one)), default=0)


def _severity_of(code: str, name: str, severities: Mapping[str, Any]) -> str | None:
    found = [key for key in severities if matches(code, name, key)]
    return severities[max(found, key=lambda key: _closest(code, name, [key]))] if found else None
