"""The names the model's outputs carry, in the order of its columns."""

FAULTS = (
    "blame",
    "disbelief",
    "defensiveness",
    "dismissiveness",
    "excuse",
    "buck-passing",
    "refusal",
    "non-apology",
    "hostility",
    "coldness",
    "vagueness",
    "overpromise",
    "cold-handoff",
)
VIRTUES = (
    "apology",
    "empathy",
    "listening",
    "ownership",
    "fix",
    "next-step",
    "time",
    "update",
    "choice",
    "flexibility",
    "amends",
    "handoff",
    "follow-up",
    "thanks",
    "prevention",
    "cause",
    "boundary",
)
MOODS = ("calm", "upset", "abusive", "satisfied")
ANY_FAULT = "any"
SENTENCE_COLUMNS = (ANY_FAULT, *FAULTS, *VIRTUES)
