"""The libraries of a generated map: who walks, where they meet, what helps, what is measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks import sayings
from benchmarks.worlds import World

#: The channel that every persona avoids, and no action goes through.
SHUNNED = "street"


@dataclass
class Library:
    """The entries by library and id, and the ids as what refers to them needs them."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)

    def ids(self, library: str) -> list[str]:
        """The ids of one library."""
        return list(self.entries[library])

    def live_help(self) -> list[str]:
        """The ids of the help that is there today: an answer may rely on no other."""
        return [own for own, entry in self.entries["help"].items() if "state" not in entry]

    def touchpoint_in(self, channel: str) -> str:
        """The id of the touchpoint in a channel."""
        return next(own for own, entry in self.entries["touchpoints"].items() if entry["channel"] == channel)

    def preferred(self) -> list[str]:
        """The channel that each persona likes best."""
        return [persona["prefers"][0] for persona in self.entries["personas"].values()]


def build(world: World, rng: Random, gate_stage: str, small: bool) -> Library:
    """All seven libraries for a world; `gate_stage` is the stage whose gate one metric is filled by.

    A `small` one has two or three entries of each kind.
    """
    extra = 0 if small else 2
    channels = {
        own: {"name": name, "kind": kind}
        | ({"media": "earned"} if own == "friends" else {"owner": rng.choice(world.teams)})
        for own, name, kind in world.places
    }
    channels[SHUNNED] = "Advertising in the street"
    places = [own for own, _, _ in world.places]
    # Each by a method of its own.
    found_by = rng.sample(sayings.EVIDENCE, 2 + rng.randint(0, extra))
    evidence = {f"source-{n}": _evidence(world, rng, n, *how) for n, how in enumerate(found_by, 1)}
    sources = list(evidence)
    promises = {f"promise-{n}": name for n, name in enumerate(rng.sample(sayings.PROMISES, rng.randint(1, 3)), 1)}
    metrics = {f"metric-{n}": _metric(world, rng, n, sources) for n in range(1, 3 + rng.randint(0, extra))}
    metrics["through-the-gate"] = {"name": "Pass the gate", "kind": "conversion", "gate": gate_stage, "target": "60%"}
    met = rng.sample(places, k=3 + rng.randint(0, extra))
    personas = _personas(rng, places, met, sources, 2 if small else rng.randint(2, 3))
    touchpoints = {
        f"{place}-{n}": _touchpoint(world, rng, place, n, list(promises), sources, list(metrics))
        for n, place in enumerate(met, 1)
    }
    help_ = {f"help-{n}": _help(world, rng, n, places, list(metrics)) for n in range(1, 4 + rng.randint(0, extra))}
    # Some of the first help is in every channel where there is no touchpoint: something happens in each.
    help_["help-1"]["channels"] = [place for place in places if place not in met] or help_["help-1"]["channels"]
    return Library(
        {
            "personas": personas,
            "channels": channels,
            "touchpoints": touchpoints,
            "promises": promises,
            "help": help_,
            "metrics": metrics,
            "evidence": evidence,
        }
    )


def _personas(rng: Random, places: list[str], met: list[str], sources: list[str], count: int) -> dict[str, Any]:
    roles = ("buyer", "user", "payer", "influencer", "gatekeeper", "staff")
    found: dict[str, Any] = {}
    for number, name in enumerate(rng.sample(sayings.PEOPLE, count), 1):
        persona: dict[str, Any] = {
            "name": f"{name}, {rng.choice(sayings.TRAITS)}",
            "role": ["buyer", "user"] if number == 1 else rng.sample(roles, rng.randint(1, 2)),
        }
        if number == 1:
            persona |= {"primary": rng.choice(("true", "yes")), "archetype": rng.choice(sayings.TRAITS).capitalize()}
        persona |= {
            "quote": rng.choice(sayings.QUOTES).format(thing="it all", rival="somebody else"),
            "goals": rng.sample(sayings.GOALS, 2),
            # The first likes best where there is a touchpoint.
            "prefers": rng.sample(met if number == 1 else places, 2),
            "avoids": [SHUNNED],
            "share": rng.choice(("31%", "0.2", "12 %")),
            # The first rests on all there is: no source is idle.
            "evidence": sources if number == 1 else rng.sample(sources, 1),
        }
        found[f"p{number}"] = persona
    return found


def _evidence(world: World, rng: Random, number: int, name: str, method: str) -> dict[str, Any]:
    counted = method in ("survey", "analytics", "call-log")
    found = {
        "name": name.format(thing=rng.choice(world.things)),
        "method": method,
        "sample": str(rng.randint(120, 4000) if counted else rng.randint(6, 60)),
        "date": rng.choice(("2026-01", "2025-11-14", "2025")),
    }
    return found | ({"url": f"https://example.org/research/{number}"} if rng.random() < 0.5 else {})


def _metric(world: World, rng: Random, number: int, sources: list[str]) -> dict[str, Any]:
    name = rng.choice(sayings.METRICS).format(thing=rng.choice(world.things))
    if number == 1:
        return {
            "name": f"Recommend us after {rng.choice(world.things)}",
            "kind": "nps",
            "survey": "nps",
            "now": "18",
            "was": "−4",
            "target": "40",
            "as_of": "2026-02-28",
            "sample": "388",
            "evidence": rng.sample(sources, 1),
        }
    values = rng.sample(range(5, 95), 3)
    return {
        "name": name,
        "unit": "%",
        "better": rng.choice(("higher", "lower")),
        "now": f"{values[0]}%",
        "was": str(values[1]),
        "target": f"{values[2]}%",
        "as_of": "2026-02",
    } | ({"every": "1 month"} if number == 2 else {})


def _touchpoint(
    world: World, rng: Random, place: str, number: int, promises: list[str], sources: list[str], metrics: list[str]
) -> dict[str, Any]:
    names = {own: name for own, name, _ in world.places}
    name = f"{names[place]}, for {rng.choice(world.things)}"
    # The first two keep every promise, so that none is kept in one channel alone.
    kept = promises if number <= 2 else rng.sample(promises, 1)
    found: dict[str, Any] = {"name": name, "channel": place, "promises": kept}
    if number > 2 and rng.random() < 0.3:
        found["state"] = rng.choice(("live", "planned", "failing"))
    found |= {"expected": str(rng.randint(3, 5)), "quality": rng.choice(("3.5", "4", "4.5", "5"))}
    if rng.random() < 0.5:
        found |= {"importance": str(rng.randint(2, 5)), "initiator": rng.choice(("customer", "organisation"))}
    found["owner"] = rng.choice(world.teams)
    if rng.random() < 0.3:
        found |= {"metrics": rng.sample(metrics, 1), "evidence": rng.sample(sources, 1), "every": "4 weeks"}
    return found


def _help(world: World, rng: Random, number: int, places: list[str], metrics: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": rng.choice(sayings.HELP).format(thing=rng.choice(world.things)),
        "channels": rng.sample(places, rng.randint(1, 2)),
        "kind": rng.choice(("article", "tool", "video", "script", "testimonial", "podcast")),
    }
    state = rng.choice(("live", "live", "live", "planned", "draft", "retired"))
    if number > 1 and state != "live":
        found["state"] = state
        if state == "planned":
            found["due"] = rng.choice(("2027-09-01", "2027-11"))
    if rng.random() < 0.4:
        found["principle"] = rng.choice(("social-proof", "commitment", "scarcity"))
    found["metric"] = rng.choice(metrics)
    found["owner"] = rng.choice(world.teams)
    return found | ({"updated": "2026-01-20"} if rng.random() < 0.3 else {})
