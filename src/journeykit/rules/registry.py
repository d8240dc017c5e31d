"""The rules there are: the modules of the folder, and those that a project adds."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from journeykit.model.project import ConfigurationError, Project
from journeykit.rules.base import Rule
from journeykit.rules.own import looked_over

if TYPE_CHECKING:
    pass

_FOLDER = Path(__file__).parent / "checks"


@cache
def built_in() -> tuple[Rule, ...]:
    """The built-in rules by code."""
    names = sorted(file.stem for file in _FOLDER.glob("*.py") if file.stem != "__init__")
    rules = [import_module(f"journeykit.rules.checks.{name}").RULE for name in names]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def rules_of(project: Project) -> tuple[Rule, ...]:
    """The rules of a project by code: the built-in ones, and those its configuration names under `rules`.

    A name is a folder or file of rule modules, relative to the configuration, or an entry point of the group
    `journeykit.rules`, which is a module, or a package of modules. Raises `ConfigurationError`.
    """
    if not project.settings.rules:
        return built_in()
    own = [rule for name in project.settings.rules for rule in _named(name, project)]
    known = {rule.code: rule for rule in built_in()} | {rule.name: rule for rule in built_in()}
    for rule in own:
        if rule.code in known or rule.name in known:
            told = f"the rule {rule.code} {rule.name} has the code or name of another; change it"
            raise ConfigurationError(f"{project.name}: {told}")
        known |= {rule.code: rule, rule.name: rule}
    return tuple(sorted((*built_in(), *own), key=lambda rule: rule.code))


def _named(name: str, project: Project) -> list[Rule]:
    path = (project.root or Path()) / name
    if path.is_dir():
        files = sorted(file for file in path.glob("*.py") if not file.stem.startswith(("_", "test_")))
        return [_rule(_load(file), str(file)) for file in files]
    if path.is_file():
        return [_rule(_load(path), str(path))]
    from importlib.metadata import entry_points

    found = [entry for entry in entry_points(group="journeykit.rules") if entry.name == name]
    if not found:
        raise ConfigurationError(
            f"{project.name}: `rules` names '{name}', which is neither a folder, a file nor an entry point"
        )
    return [rule for entry in found for rule in _of_module(entry.load(), name)]


def _of_module(module: ModuleType, name: str) -> list[Rule]:
    if hasattr(module, "RULE"):
        return [_rule(module, name)]
    from pkgutil import iter_modules

    modules = [import_module(f"{module.__name__}.{one.name}") for one in iter_modules(getattr(module, "__path__", []))]
    return [_rule(one, name) for one in modules if hasattr(one, "RULE")]


def _load(file: Path) -> ModuleType:
    """A rule file as a module, under a name that no other module has."""
    name = f"journeykit_rules_{re.sub(r'[^0-9a-zA-Z]', '_', str(file.resolve()))}"
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ConfigurationError(f"`rules` names {file}, which is no Python file")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise ConfigurationError(f"the rule file {file} cannot be loaded: {type(error).__name__}: {error}") from error
    return module


def _rule(module: ModuleType, where: str) -> Rule:
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        raise ConfigurationError(f"{where} has no RULE; write `RULE = Rule(code=…, name=…, …)` in it")
    return looked_over(rule, where)
