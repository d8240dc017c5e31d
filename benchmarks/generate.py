"""Maps that read like real ones, from a seed: the same seed always gives the same text."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import defects as faults
from benchmarks import library, sayings
from benchmarks.scribe import Scribe
from benchmarks.worlds import WORLDS
from benchmarks.writing import write

#: The length of an ordinary map, in lines.
SHORTEST, LONGEST = 150, 400
LARGE = 20_000
#: The day on which generated maps are fresh: later, their reviews and plans are overdue.
TODAY = "2026-11-21"
#: The stages after the purchase, where customers who are glad could tell others.
_AFTER = ("review", "experience", "advocacy")
#: What is said about the actions of a stage, beside its first question and pain: the key, and what makes one.
_MOMENTS = (
    ("questions", Scribe.question),
    ("quotes", Scribe.quote),
    ("gaps", Scribe.gap),
    ("risks", Scribe.risk),
    ("thoughts", Scribe.thought),
    ("highlights", Scribe.highlight),
    ("opportunities", Scribe.opportunity),
)


#: Lines whose figure a new revision may tell anew.
_FIGURE = re.compile(r"(.*\b(?:importance|quality|impact|effort): )([1-5])(.*)")
_SEVERITY = re.compile(r"(.*\bseverity: )(low|medium|high)(.*)")


def revised(text: str, seed: int) -> str:
    """The map a year later: a tenth of its ratings and severities told anew, in the same layout."""
    rng = Random(f"revision {seed}")
    lines = []
    for line in text.split("\n"):
        if (match := _FIGURE.fullmatch(line)) and rng.random() < 0.1:
            highest = 4 if match[3].startswith(".") else 5  # 4.5 is on the scale, 5.5 is not
            line = f"{match[1]}{int(match[2]) % highest + 1}{match[3]}"
        elif (match := _SEVERITY.fullmatch(line)) and rng.random() < 0.1:
            line = f"{match[1]}{'high' if match[2] != 'high' else 'medium'}{match[3]}"
        lines.append(line)
    return "\n".join(lines)


def make(seed: int, lines: int | None = None, defects: bool = False) -> str:
    """A map of about so many lines, by default of 150 to 400; with `defects`, with a few mistakes people make.

    Without them it gives no finding of any rule on `TODAY`.
    """
    rng = Random(f"journey map {seed}")
    world = WORLDS[seed % len(WORLDS)]
    wanted = lines or rng.randint(SHORTEST, LONGEST - 70)
    roles = _stages(world.stages, wanted)
    shelf = library.build(world, rng, roles[0][0], small=wanted < 260)
    scribe = Scribe(world, shelf, rng)
    text = _head(seed, scribe, rng)
    if rng.random() < 0.7:
        text += ["", f"# {rng.choice(sayings.COMMENTS)}"]
    for name, entries in shelf.entries.items():
        text += ["", *write({name: entries}, rng)]
    text += [
        "",
        *write({"opportunities": [scribe.opportunity()], "risks": [scribe.risk(everything=True)]}, rng),
        "",
        "stages:",
    ]
    for number, (own, role, name) in enumerate(roles):
        share = (wanted - len(text)) // (len(roles) - number)
        text += _stage(scribe, own, role, name, share, [own for own, _, _ in roles], rng)
    found = "\n".join(text) + "\n"
    return faults.into(found, rng) if defects else found


def flow_map(nodes: int = 20) -> str:
    """A map whose flow diagram has so many nodes: actions in five stages, with a few side paths and a way back."""
    stages = []
    for number in range(5):
        steps: list[dict[str, Any]] = []
        for step in range(nodes // 5 + (number < nodes % 5)):
            own = f"step-{number + 1}-{step + 1}"
            text = sayings.ACTIONS[(number * 4 + step) % len(sayings.ACTIONS)].format(
                thing="the account", rival="the other bank"
            )
            steps.append(
                {
                    "action": text,
                    "id": own,
                    "channel": ("web", "branch")[step % 2],
                    "emotion": str((step + number) % 5 - 2),
                }
            )
        if number:
            steps[-1]["next"] = [{"to": f"stage-{number}", "when": "something is missing"}]
        stages.append({"stage": f"Part {number + 1} of the way", "id": f"stage-{number + 1}", "actions": steps})
    head = {
        "journey": "1",
        "title": "Changing the bank",
        "owner": "Retail",
        "channels": {"web": "Website", "branch": "Branch"},
    }
    return "\n".join(write({**head, "stages": stages}, Random(0))) + "\n"


def wide_map(stages: int = 12, actions: int = 60) -> str:
    """A map of so many stages and actions in which every lane is filled."""
    each = actions // stages
    filled = [
        {
            "stage": f"Part {number} of the way",
            "goal": "Find out what it will cost",
            "duration": "2 weeks",
            "owner": "Retail",
            "needs": ["A straight answer", "Someone to ask"],
            "success": "Knows what a bad month costs",
            "quotes": [{"quote": "I gave up at the third table.", "persona": "ana"}],
            "thoughts": ["It cannot be the coffee"],
            "actions": [
                {
                    "action": f"Compares the tables of three banks, time {number}.{step}",
                    "channel": ("web", "branch", "phone")[step % 3],
                    "persona": ["ana", "ben"],
                    "moment_of_truth": "Who understands it here stays" if step == 2 else "no",
                    "emotion": [
                        {"persona": "ana", "score": str(step % 5 - 2), "feeling": "curious", "because": "they differ"},
                        {"persona": "ben", "score": str(2 - step % 4), "feeling": "calm", "evidence": ["talks"]},
                    ],
                }
                for step in range(each)
            ],
            "questions": [
                {
                    "question": f"What will month {number} cost me?",
                    "channels": "web",
                    "help": "guide",
                    "importance": "4",
                },
                {"question": f"Whom can I ask about part {number}?", "channels": ["phone", "branch"], "share": "40%"},
            ],
            "touchpoints": ["table", "desk"],
            "highlights": ["The adviser knows the fees by heart"],
            "pains": [
                {"pain": f"Nobody answers within a day of part {number}", "severity": "high", "touchpoint": "table"}
            ],
            "gaps": [
                {
                    "gap": f"Fees of part {number} cannot be compared",
                    "desired": "One table for all months",
                    "received": "Three tables with other words",
                    "severity": "medium",
                    "opportunities": [
                        {
                            "opportunity": f"One line for month {number}",
                            "impact": "4",
                            "effort": "3",
                            "owner": "Digital",
                        }
                    ],
                }
            ],
            "risks": [{"risk": f"The fees of part {number} change", "likelihood": "low", "harm": "high"}],
            "leaves": [{"leave": "Signs with another bank", "share": "12%", "because": "nobody called back"}],
            "metrics": ["sign-ups"],
            "frontstage": [{"frontstage": "Answers in the chat", "owner": "Digital"}],
            "backstage": [
                {"backstage": "Sorts the forms", "owner": "Digital"},
                {"backstage": "Opens the account", "owner": "Operations", "wait": "2 days"},
            ],
            "support": ["Register of accounts"],
            "physical": ["Letter with the fees"],
        }
        for number in range(1, stages + 1)
    ]
    head = {
        "journey": "1",
        "title": "Changing the bank, step by step",
        "owner": "Retail",
        "personas": {"ana": {"name": "Ana", "primary": "yes"}, "ben": {"name": "Ben"}},
        "channels": {"web": "Website", "branch": "Branch", "phone": "Phone"},
        "touchpoints": {
            "table": {"name": "Fee table", "channel": "web", "quality": "2", "expected": "5"},
            "desk": {"name": "Desk in the branch", "channel": "branch", "quality": "5", "expected": "4"},
        },
        "help": {"guide": {"name": "A guide to the fees", "channels": "web"}},
        "evidence": {"talks": {"name": "Interviews", "method": "interview", "sample": "14"}},
        "metrics": {"sign-ups": {"name": "Accounts opened", "now": "61", "target": "80", "unit": "%"}},
    }
    return "\n".join(write({**head, "stages": filled}, Random(0))) + "\n"


def corpus(folder: Path, count: int, defects: bool = False) -> list[Path]:
    """So many maps in a folder, `map-0000.journey.yaml` and on; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for seed in range(count):
        path = folder / f"map-{seed:05}.journey.yaml"
        path.write_text(make(seed, defects=defects and seed % 3 == 0), encoding="utf-8")
        paths.append(path)
    return paths


def _stages(known: tuple[tuple[str, str], ...], lines: int) -> list[tuple[str, str, str]]:
    """Id, role and name of the stages: those of the world, again and again where a map is very long."""
    rounds = max(1, round(lines / len(known) / 72))
    first = [(role, role, name) for role, name in known]
    if rounds == 1:
        return first
    return [
        (f"{role}-{number}", role, f"{name}, part {number}") for role, name in known for number in range(1, rounds + 1)
    ]


def _head(seed: int, scribe: Scribe, rng: Random) -> list[str]:
    world = scribe.world
    people = rng.sample(sayings.PEOPLE, 2)
    head: dict[str, Any] = {
        "journey": "1",
        "id": f"{world.template}-{seed}",
        "title": f"{world.title}, region {seed + 1}",
    }
    head["summary"] = (
        f"{rng.choice(sayings.GOALS)}: that is what they want, and {world.rivals[0]} is one click away. "
        f"{rng.choice(sayings.NOTES)}"
    )
    head |= {"state": rng.choice(("current", "current", "future")), "template": world.template, "lang": "en"}
    head |= {
        "owner": rng.choice(world.teams),
        "contributors": people,
        "reviewed": "2026-03-02",
        "review_every": "12 months",
    }
    head |= {"revision": "2026", "supersedes": "2025", "why": rng.choice(sayings.NOTES), "tags": ["private", "pilot"]}
    head["scope"] = {
        "starts": scribe.say(sayings.ACTIONS),
        "ends": scribe.say(sayings.HIGHLIGHTS),
        "excludes": ["Business customers"],
    }
    head["x-cost-centre"] = str(rng.randint(1000, 9999))
    note = f"# {world.title}. Interviews by {people[0]}, figures by {people[1]}."
    return [note, *write(head, rng)]


def _stage(scribe: Scribe, own: str, role: str, name: str, lines: int, stages: list[str], rng: Random) -> list[str]:
    """A stage of about so many lines: its own keys, then actions and what is said about them in turn."""
    sketched = lines < 28
    head = write(scribe.stage(own, role, name, own == stages[0], sketched), rng, 4)
    watched = lines > 60 or own == stages[0]
    tail = write(scribe.measuring(own) if watched else {"metrics": scribe.some("metrics", 1)}, rng, 4)
    actions: list[str] = []
    around = {key: write({"": moments}, rng, 4)[1:] for key, moments in scribe.first_moments(role).items()}
    steps: list[str] = [own]
    # The end of a map, and of what comes after the purchase, is a good one, and they tell others.
    end = write({"": [scribe.telling()]}, rng, 4)[1:] if own == stages[-1] or role in _AFTER else []
    room = lines - len(head) - len(tail) - len(end) - sum(len(written) + 1 for written in around.values())
    while room > 0 or not actions:
        action = scribe.action(steps)
        if isinstance(action, dict):
            steps.append(action["id"])
        written = write({"": [action]}, rng, 4)[1:]
        actions += written
        room -= len(written)
        if room > 4:
            key, moment = rng.choice(_MOMENTS)
            written = write({"": [moment(scribe)]}, rng, 4)[1:]
            around.setdefault(key, []).extend(written)
            room -= len(written) + 1
    found = [f"  - {head[0].lstrip()}", *head[1:]]
    found += ["    actions:", *actions, *end]
    for key, moments in around.items():
        found += [f"    {key}:", *moments]
    return [*found, *tail, ""]
