from collections.abc import Callable

from journeykit.model.derive import Facts
from journeykit.render.markdown.measuring import measuring


def test_metrics_gate_health_and_alerts(facts_of: Callable[[str], Facts]) -> None:
    facts = facts_of("""
metrics: {m: {name: Calls, now: 3, target: 5, better: higher}, n: {name: Later}}
stages:
  - stage: A
    metrics: [m, n]
    enter: {event: signed_up}
    gate: [{checkpoint: Logs in, event: login, at_least: 4, per: 28 days, within: 3 weeks, metric: m}]
    health: [{signal: Says so, survey: csat, target: 4.5, weight: 2}]
    alerts: [{alert: Losing them, when: health < 50, notify: ["@ops"], kind: risk}]
""")
    assert measuring(facts, facts.journey.stages[0]) == [
        "**Metrics**\n\n- Calls: 3, target 5\n- Later: not measured yet",
        r"**Entered by:** signed\_up",
        "**Gate**\n\n- Logs in (event login, 4 times, in 28 days, within 3 weeks, metric Calls)",
        "**Health**\n\n- Says so (CSAT survey, target 4.5, weight 2)",
        "**Alerts**\n\n- Losing them (when health &lt; 50; tells @&#8203;ops; risk)",
    ]
