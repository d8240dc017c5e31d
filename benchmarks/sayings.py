"""What customers do, ask, think and suffer: sentences with `{thing}`, `{rival}` and `{place}` to fill."""

from __future__ import annotations

PEOPLE = (
    "Zoë", "Jürgen", "Amélie", "Łukasz", "Σοφία", "Адам", "小林", "Nora", "Dan", "Ines", "Mårten", "Aoife", "José",
    "Priya",
)  # fmt: skip
TRAITS = (
    "short of time", "careful with money", "new in town", "loyal until hurt", "never reads letters",
    "plans everything",
    "asks a friend first", "retired and patient", "between two jobs", "doing it for a parent",
)  # fmt: skip
GOALS = (
    "Know by Friday where things stand", "Pay no more than last year", "Not have to call anybody",
    "Do it once and do it right",
    "Feel taken seriously", "Have an evening free again", "Trust the person on the other side",
)  # fmt: skip
ACTIONS = (
    "Reads about {thing} on the way home", "Asks a colleague how {thing} went", "Compares {thing} with {rival}",
    "Calls because of {thing}", "Looks for {thing} and gives up", "Writes down what {thing} costs",
    "Puts {thing} off until the weekend", "Tries {thing} for the first time", "Sends a photo of {thing}",
    "Waits for an answer about {thing}", "Shows {thing} to the family", "Sorts out {thing} in two minutes",
    "Tells a friend about {thing}", "Finds {thing} again by chance", "Fills in the form for {thing}",
)  # fmt: skip
TELLING = (
    "Tells a friend how {thing} went", "Writes a review about {thing}", "Recommends us to a colleague for {thing}",
    "Shows the neighbours {thing}", "Lends their name to a story about {thing}",
)  # fmt: skip
QUESTIONS = (
    "What does {thing} cost me in the end?", "How long does {thing} take?", "Who helps me when {thing} goes wrong?",
    "Is {thing} better than with {rival}?", "Can I change my mind about {thing}?", "Do I need {thing} at all?",
    "What happens to {thing} when I move?", "Why does nobody mention {thing}?", "Will {thing} still hold next year?",
)  # fmt: skip
ANSWERS = (
    "Yes, within seven days.", "Nothing, for the first year.", "The person who sold it, by name.",
    "No: it is included.",
    "Two weeks at the most, and we write when it is done.",
)  # fmt: skip
THOUGHTS = (
    "They could have told me about {thing} before", "If {thing} works I will not complain",
    "{rival} would have been simpler",
    "I hope I understood {thing} right", "Somebody thought about {thing} here", "Not again",
)  # fmt: skip
QUOTES = (
    "I gave up on {thing} at the third attempt.", "Nobody could tell me about {thing}, they passed me on.",
    "The best part was {thing}, I had not expected that.", "I only want {thing} to work.",
    "Next time I ask {rival}: at least they answer.",
)  # fmt: skip
NEEDS = (
    "A straight answer about {thing}",
    "A person to ask about {thing}",
    "Proof that {thing} works",
    "A date for {thing}",
)
PAINS = (
    "{thing} cannot be compared", "{thing} is explained in three places, each time differently",
    "Has to ask twice for {thing}",
    "Learns about {thing} too late", "{thing} works only at office hours",
)  # fmt: skip
HIGHLIGHTS = ("Staff know {thing} by heart", "{thing} arrives a day early", "A short note about {thing} answers all")
GAPS = (
    "Advice about {thing} is worse online than in person", "{thing} is promised and not delivered",
    "Nobody owns {thing}",
    "{thing} stops where the other department begins",
)  # fmt: skip
DESIRED = (
    "An answer within a minute, as in person",
    "One page that says it all",
    "A call back on the same day",
    "A person with a name",
)
RECEIVED = (
    "A bot, then a form answered in two days",
    "Three letters that contradict each other",
    "Music, then the line goes dead",
)
OPPORTUNITIES = (
    "Explain {thing} on one page", "Let staff take over when {thing} fails", "Send a reminder before {thing} is due",
    "Show {thing} before anybody has to ask", "Stop charging for {thing}",
)  # fmt: skip
RISKS = (
    "Regrets {thing}",
    "Forgets {thing} after a week",
    "Blames us for {thing} of {rival}",
    "{thing} fails on the first day",
)
LEAVES = ("Signs with {rival}", "Does nothing and keeps the old one", "Gives up because of {thing}")
BECAUSE = (
    "nobody called back", "the tables count differently", "it was simply there", "the letter came first",
    "they had to start again",
    "the price was not on the page", "a neighbour had warned them",
)  # fmt: skip
FEELINGS = {
    -2: ("lost", "angry", "let down"), -1: ("unsure", "impatient", "brushed off"), 0: ("calm", "neutral"),
    1: ("hopeful", "relieved"), 2: ("proud", "delighted", "safe"),
}  # fmt: skip
PROMISES = (
    "Effortless help, wherever you meet us",
    "No surprises on the bill",
    "A person within a minute",
    "Said once, known everywhere",
)
HELP = (
    "Short film about {thing}", "Checklist for {thing}", "Calculator for {thing}", "Letter that explains {thing}",
    "Three customers on {thing}", "Script for calls about {thing}", "Page about {thing}",
)  # fmt: skip
METRICS = ("Leave at {thing}", "Need no help with {thing}", "Say that {thing} was clear", "Ask twice about {thing}")
EVIDENCE = (
    ("Interviews about {thing}", "interview"), ("Calls about {thing}", "call-log"), ("Survey after {thing}",
    "survey"),
    ("A week behind the counter", "observation"), ("Search terms on {thing}", "analytics"), ("Talk about {thing}",
    "focus group"),
)  # fmt: skip
NOTES = (
    "Agreed with the team in the spring workshop: we look at this again once the pilot's figures are in, not before.",
    "The numbers come from one region only; whoever uses them elsewhere should say so: others differ by a third.",
    "Copied from last year's map. The wording was changed where customers had used another word for the same thing.",
)
COMMENTS = (
    "from the workshop", "to be checked with the call notes", "was two stages last year",
    "see the diary of the third week",
    "the team disagrees here", "wording as in the interviews",
)  # fmt: skip
