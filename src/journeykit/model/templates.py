"""Stage templates: the stages that a kind of journey must have, in order."""

from __future__ import annotations

from collections.abc import Mapping

#: The built-in templates, each with the roles of its stages in order.
TEMPLATES: Mapping[str, tuple[str, ...]] = {
    "buying-process": ("problem-need", "discovery", "evaluation", "decision", "review"),
    "awareness-to-advocacy": ("awareness", "consideration", "decision", "experience", "advocacy"),
    "customer-lifecycle": ("onboarding", "adoption", "renewal"),
    "before-during-after": ("before", "during", "after"),
    "service-blueprint": ("before", "during", "after"),
}
