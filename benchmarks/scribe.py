"""Writes the stages of a generated map: what customers do there, ask and suffer, and what is done about it."""

from __future__ import annotations

from random import Random
from typing import Any

from benchmarks import sayings
from benchmarks.library import SHUNNED, Library
from benchmarks.worlds import World

Data = dict[str, Any]

#: Longer than any checkpoint or alert of a stage waits.
_DURATIONS = ("14 weeks", "90 days", "P4M")
_OBJECTING = ("evaluation", "decision")
#: The most moments of truth that random actions are marked as, beside the one of the opening.
_DECIDING = 3


class Scribe:
    """Makes elements of one map that refer to its library."""

    def __init__(self, world: World, library: Library, rng: Random) -> None:
        self.world, self.library, self.rng = world, library, rng
        self.serial = 0
        #: The actions so far: the first few are bound to what a clean map needs somewhere.
        self.acts = 0
        self.others = 0
        self.moments_of_truth = 0

    # --- words ---------------------------------------------------------------------------------------------------

    def say(self, pool: tuple[str, ...]) -> str:
        """A sentence of a pool, about something of this world."""
        text = self.rng.choice(pool).format(
            thing=self.rng.choice(self.world.things), rival=self.rng.choice(self.world.rivals)
        )
        return text[:1].upper() + text[1:]

    def one(self, library: str) -> str:
        """The id of an entry of a library."""
        return self.rng.choice(self.library.ids(library))

    def some(self, library: str, most: int = 2) -> list[str]:
        """A few ids of a library."""
        ids = self.library.ids(library)
        return self.rng.sample(ids, min(len(ids), self.rng.randint(1, most)))

    def maybe(self, chance: float, **keys: Any) -> Data:
        """These keys, or none."""
        return keys if self.rng.random() < chance else {}

    def short(self, key: str, text: str, chance: float, more: Data) -> Data | str:
        """A plain text, or the mapping it is short for."""
        return text if self.rng.random() < chance else {key: text, **more}

    # --- a stage ---------------------------------------------------------------------------------------------------

    def stage(self, own: str, role: str, name: str, first: bool, sketched: bool) -> Data:
        """A stage with everything but its actions and what hangs on them; `sketched`, with little."""
        rng = self.rng
        found: Data = {"stage": name, "id": own, **({"as": role} if own != role else {})}
        if sketched:
            return found | {
                "goal": rng.choice(sayings.GOALS),
                "owner": rng.choice(self.world.teams),
                "duration": rng.choice(_DURATIONS),
                "emotion": self.emotion(),
                "touchpoints": self.met(first),
            }
        found |= self.maybe(0.5, phase=rng.choice(("Choosing", "Using", "Staying")))
        found |= {
            "goal": rng.choice(sayings.GOALS),
            "business_goal": f"More customers with {rng.choice(self.world.things)}",
            "owner": rng.choice(self.world.teams),
            "duration": rng.choice(_DURATIONS),
        }
        found |= self.maybe(0.4, success=f'They say: "{self.say(sayings.THOUGHTS)}"')
        found |= self.maybe(0.3, note="\n".join(rng.sample(sayings.NOTES, 2)))
        found["touchpoints"] = self.met(first)
        found |= self.maybe(0.5, help=self.some("help"))
        found |= self.maybe(0.5, emotion=self.emotion()) | self.maybe(0.2, optional="yes")
        found |= {"needs": self.say(sayings.NEEDS)} if rng.random() < 0.5 else {}
        found["enter"] = {"event": "signed_up"} if first else {"survey": "csat"}
        return found

    def met(self, first: bool) -> list[str]:
        """What customers meet in a stage: all touchpoints in the first, then two, so that there is a second way."""
        ids = self.library.ids("touchpoints")
        return ids if first else self.rng.sample(ids, 2)

    def measuring(self, own: str) -> Data:
        """How a stage is passed and watched."""
        rng = self.rng
        reached = f"{own}-reached"
        return {
            "metrics": self.some("metrics"),
            "gate": [
                {
                    "checkpoint": self.say(("Has understood {thing}", "Has used {thing}")),
                    "id": reached,
                    "event": f"{own}_done",
                    "within": rng.choice(("14 days", "6 weeks")),
                },
                {"checkpoint": "Comes back", "event": "login", "at_least": str(rng.randint(2, 5)), "per": "28 days"},
            ],
            "health": [
                {"signal": "Is seen", "event": "login", "per": "7 days", "target": "3", "weight": "3"},
                {"signal": "Asks for help", "event": "ticket", "per": "30 days", "at_most": "2"},
                {"signal": "Says so", "survey": "csat", "target": "4.5", "weight": "2"},
            ],
            "alerts": [
                {
                    "alert": "Losing them",
                    "when": f"health < {rng.randint(3, 6)}0",
                    "notify": [rng.choice(self.world.teams)],
                },
                {
                    "alert": "Got stuck",
                    "when": f"days in stage > 60 and checkpoint {reached} missed",
                    "does": "A person calls",
                },
                {"alert": "Ready for more", "when": "health > 80", "kind": "expansion", "notify": ["sales"]},
            ],
            "leaves": [
                {
                    "leave": self.say(sayings.LEAVES),
                    "because": rng.choice(sayings.BECAUSE),
                    "share": f"{rng.randint(1, 19)}%",
                }
            ],
        }

    # --- moments ---------------------------------------------------------------------------------------------------

    def action(self, targets: list[str]) -> Data | str:
        """An action; `targets` are ids its arrows may lead to: the stage's, then those of the actions before."""
        rng = self.rng
        self.serial += 1
        self.acts += 1
        text = self.say(sayings.ACTIONS)
        if self.acts <= len(self.library.preferred()):
            return self.opening(text)
        # A stage in which nobody feels anything is not finished: its first action says how.
        if len(targets) > 1 and rng.random() < 0.08:
            return text
        found: Data = {"action": text, "id": f"step-{self.serial}"}
        found |= self.maybe(0.3, persona=self.some("personas", 1))
        if rng.random() < 0.5:
            found["touchpoint"] = self.one("touchpoints")
            # Touchpoints have owners, and so have the moments that decide there.
            if self.moments_of_truth < _DECIDING and rng.random() < 0.2:
                self.moments_of_truth += 1
                found["moment_of_truth"] = rng.choice(("true", "Here they decide whether to stay"))
        else:
            found["channel"] = rng.choice([own for own in self.library.ids("channels") if own != SHUNNED])
        found["emotion"] = self.emotion()
        found |= (
            self.maybe(0.1, optional="yes")
            | self.maybe(0.06, advocacy="yes")
            | self.maybe(0.1, repeats="1 month")
            | self.maybe(0.1, at="payday, after work")
        )
        found |= self.maybe(
            0.3, confidence=rng.choice(("assumption", "reasoned", "validated")), evidence=self.some("evidence")
        )
        if targets and rng.random() < 0.15:
            found["next"] = [{"to": rng.choice(targets), "when": rng.choice(sayings.BECAUSE)}]
        if rng.random() < 0.25:
            found |= self.lanes()
        for key in rng.sample(("pains", "thoughts", "questions", "highlights"), rng.randint(0, 2)):
            found[key] = [getattr(self, key[:-1])()]
        return found | self.maybe(0.1, event=f"step_{self.serial}", metrics=self.some("metrics", 1))

    def opening(self, text: str) -> Data:
        """One of the first actions: a bad moment that decides, then better ones, each in a preferred channel."""
        channel = self.library.preferred()[self.acts - 1]
        found: Data = {"action": text, "id": f"step-{self.serial}"}
        if self.acts > 1:
            return found | {"channel": channel, "emotion": {"score": "1", "because": "somebody explained it"}}
        found |= {"touchpoint": self.library.touchpoint_in(channel), "emotion": self.everyone(("-1", "-0.5"))}
        found["moment_of_truth"] = "Whoever is lost here does not come back"
        return found | (self.lanes() if self.world.template == "service-blueprint" else {})

    def telling(self) -> Data:
        """An action in which all who are glad tell others: the end of a map, and of what comes after the purchase."""
        self.serial += 1
        return {
            "action": self.say(sayings.TELLING),
            "id": f"step-{self.serial}",
            "touchpoint": self.one("touchpoints"),
            "emotion": self.everyone(("1.5", "2")),
            "advocacy": self.rng.choice(("true", "yes")),
        }

    def everyone(self, scores: tuple[str, ...]) -> list[Data]:
        """How each persona feels, by one of these scores."""
        return [
            {"persona": own, "score": self.rng.choice(scores), "because": self.rng.choice(sayings.BECAUSE)}
            for own in self.library.ids("personas")
        ]

    def emotion(self) -> Any:
        """A number, a word, a mapping, or one for each of two personas."""
        rng = self.rng
        score = rng.choice((-2, -1, -1, 0, 1, 1, 2))
        shown = str(score).replace("-", "−") if rng.random() < 0.1 else str(score)
        feeling = rng.choice(sayings.FEELINGS[score])
        kind = rng.random()
        if kind < 0.25 and score > -1:
            return shown
        if kind < 0.3 and score > -1:
            return feeling
        whole: Data = {"score": shown, "feeling": feeling, "because": rng.choice(sayings.BECAUSE)} | self.maybe(
            0.3, desired="2"
        )
        if kind < 0.85:
            return whole
        # Now bad, now good: nobody's curve is flat.
        self.others += 1
        other = {"score": ("-2", "1.5")[self.others % 2], "because": rng.choice(sayings.BECAUSE)}
        return [whole, {"persona": self.library.ids("personas")[-1], **other}]

    def lanes(self) -> Data:
        """What the organisation does meanwhile."""
        rng, world = self.rng, self.world
        return {
            "frontstage": [self.say(("Answers about {thing}", "Explains {thing}"))],
            "backstage": [
                self.say(("Looks up {thing}", "Checks {thing} by hand")),
                {
                    "backstage": self.say(("Prepares {thing}", "Approves {thing}")),
                    "owner": rng.choice(world.teams),
                    "wait": rng.choice(("2 days", "40 minutes")),
                },
            ],
            "support": rng.sample(world.systems, 1),
        } | self.maybe(0.4, physical=[self.say(("A leaflet on {thing}", "A sign for {thing}"))])

    def thought(self) -> Data | str:
        """A thought."""
        return self.short("thought", self.say(sayings.THOUGHTS), 0.7, {"persona": self.some("personas", 1)})

    def quote(self) -> Data:
        """A quote with its source."""
        return {
            "quote": self.say(sayings.QUOTES),
            "persona": self.one("personas"),
            "evidence": self.some("evidence", 1),
        } | self.maybe(0.2, date="2026-01-15")

    def question(self, answered: bool = False, objection: bool = False) -> Data:
        """A question, where they look for the answer, and what answers it; `answered`, by help that is there."""
        rng = self.rng
        found: Data = {"question": self.say(sayings.QUESTIONS), "importance": str(rng.randint(1, 5))}
        found |= self.maybe(1 if objection else 0.2, kind=rng.choice(("objection", "concern")))
        if not answered and rng.random() < 0.3:
            found |= {"channels": self.some("channels", 3), "answer": rng.choice(sayings.ANSWERS)}
        else:
            help_ = rng.choice(self.library.live_help())
            found |= {"channels": [*self.library.entries["help"][help_]["channels"], SHUNNED], "help": [help_]}
        return found | self.maybe(0.3, share=f"{rng.randint(2, 60)}%", evidence=self.some("evidence", 1))

    def first_moments(self, role: str) -> dict[str, list[Any]]:
        """What every stage has: a question that help answers, and a pain that explains its low point."""
        return {"questions": [self.question(answered=True, objection=role in _OBJECTING)], "pains": [self.pain()]}

    def pain(self) -> Data | str:
        """Something that hurts; where it hurts much, with what could be done."""
        more: Data = {"severity": self.rng.choice(("low", "low", "medium", "high"))}
        more |= {"opportunities": [self.opportunity()]} if more["severity"] == "high" else {}
        more |= self.maybe(0.4, because=self.rng.choice(sayings.BECAUSE)) | self.maybe(
            0.4, evidence=self.some("evidence", 1)
        )
        return self.short(
            "pain", self.say(sayings.PAINS), 0.2, more | self.maybe(0.2, touchpoint=self.one("touchpoints"))
        )

    def highlight(self) -> Data | str:
        """Something that delights."""
        return self.short("highlight", self.say(sayings.HIGHLIGHTS), 0.4, {"touchpoint": self.one("touchpoints")})

    def gap(self) -> Data:
        """A gap with what could close it."""
        rng = self.rng
        return {
            "gap": self.say(sayings.GAPS),
            "desired": rng.choice(sayings.DESIRED),
            "received": rng.choice(sayings.RECEIVED),
            "touchpoint": self.one("touchpoints"),
            "promise": self.one("promises"),
            "severity": rng.choice(("medium", "high")),
            **self.maybe(0.2, state=rng.choice(("planned", "accepted"))),
            "opportunities": [self.opportunity()],
        }

    def opportunity(self) -> Data:
        """Something that could be done."""
        rng = self.rng
        self.serial += 1
        found: Data = {
            "opportunity": self.say(sayings.OPPORTUNITIES),
            "process": rng.choice(("introduce", "refine", "retire")),
            "impact": str(rng.randint(1, 5)),
            "effort": str(rng.randint(1, 5)),
        }
        found |= self.maybe(0.4, value=f"{rng.randint(5, 90)}000 EUR", cost="12000 EUR")
        quick_win = int(found["impact"]) >= 4 and int(found["effort"]) <= 2
        planned = 1 if quick_win else 0.4
        found |= self.maybe(planned, state="planned", owner=rng.choice(self.world.teams), due="2026-12-01")
        return found | self.maybe(0.3, ticket=f"https://example.org/T-{self.serial}")

    def risk(self, everything: bool = False) -> Data:
        """A risk and what keeps it small: help that is there, or `everything` there is and will be."""
        levels = ("low", "medium", "high")
        return {
            "risk": self.say(sayings.RISKS),
            "likelihood": self.rng.choice(levels),
            "harm": self.rng.choice(levels),
            "mitigations": self.library.ids("help") if everything else [self.rng.choice(self.library.live_help())],
        }
