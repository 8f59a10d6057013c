"""What an editor shows beside each key of a rule file; `shared_rules/README.md` teaches it at length."""

from __future__ import annotations

_ABOUT_A_RULE = {
    "severity": "error and warning: change before sending. suggestion: a nudge. off: silent.",
    "title": "A few words for the head of the card.",
    "message": "Calm: what the customer hears, and what to do. {match} is the marked text.",
    "why": "One sentence for those who ask.",
    "link": "Address of the page in your handbook.",
    "except": "Any of these drops the hit.",
    "not_enough": "Evidence that overlaps one of these counts as weak.",
    "hints": "Example sentences for a missing virtue.",
    "replacements": "Texts that fill exactly the marked span.",
    "rewrites": "Sentences to put in the place of the whole one.",
    "lock": "Fields that layers above may not change.",
    "examples": "The rule's tests: bad ones are found, good ones are not (virtues: the other way round).",
}
_CONDITIONS = {
    "mood": "The customer is in one of these moods.",
    "signals": "The customer has shown one of these signals.",
    "customer_has": "One of these phrases stands in some message of the customer.",
    "last_message_has": "One of these phrases stands in the customer's last message.",
    "unanswered": "Of several questions in the last message, one with such a phrase is not taken up.",
    "channel": "The draft is sent there. None given counts as email.",
    "draft_has": "One of these phrases stands in the draft.",
    "draft_lacks": "None of these phrases stands in the draft.",
    "first_reply": "true: nobody has answered the customer yet; false: somebody has.",
    "agent_has": "One of these phrases stands in an earlier turn of the agent.",
    "agent_lacks": "None of these phrases stands in an earlier turn of the agent.",
    "any_of": "One of these sets of conditions holds.",
}
_CHANGE_OF_A_LIST = {
    "add": "Join the list of the layer below.",
    "remove": "Leave the list of the layer below, written as there.",
    "replace": "Take the place of the whole list.",
}
_NEAR = {
    "phrases": "What to look for beside the hit.",
    "within": "How near: a number of words, sentence, or neighbour (the sentence before or after, too).",
}
# By the name of the model in `rules`, as definitions of the schema are named.
MEANINGS: dict[str, dict[str, str]] = {
    "RuleText": {
        **_ABOUT_A_RULE,
        "id": "Name of the rule in this pack: lower-case words joined by hyphens. Never rename it.",
        "kind": "The fault it marks, the virtue it proves, or the customer's signal it reads.",
        "guideline": "Which piece of advice it serves; the advice must list the kind.",
        "family": "Number of the wording family, for `coolhead rules coverage`. Teams leave it out.",
        "severity_when": "Other severities; the first entry whose conditions hold wins.",
        "phrases": "The wordings, one per line, in plain words.",
        "finder": "phrases, or model: the sentence model finds it and the rule says what to make of it.",
        "preceded_by": "The hit counts only after one of these.",
        "followed_by": "The hit counts only before one of these.",
        "beside": "The hit counts only with one of these on either side.",
        "repaired_by": "Help in the same or the next sentences softens the hit (lower) or undoes it (drop).",
        "when": "Conditions on the whole exchange. For a virtue: when it is due.",
        "count": "Counts only when the phrases occur so often in the draft.",
        "before": "Counts only when none of these virtues is shown earlier in the draft.",
        "opening": "Counts only in the first third of the draft.",
        "overlap": "The sentence shares at least so many content words with the customer's messages.",
        "longer_than": "Counts only in drafts with more words than this.",
        "repeats": "Counts only when an earlier turn of the agent holds this share of the words (0 to 1).",
        "spoiled_by": "Evidence beside one of these faults counts as weak.",
        "spoiled_within": "Whether the fault has to be in the same sentence, or anywhere in the draft.",
        "weight": "How much this rule's signal weighs for the mood (1 to 3).",
    },
    "When": _CONDITIONS,
    "SeverityWhen": {**_CONDITIONS, "severity": "The severity under these conditions."},
    "Context": {**_NEAR, "words": "The same as phrases."},
    "Nearby": {**_NEAR, "within": "How near: sentence, neighbour (one before or after, too), or draft."},
    "Except": {
        "phrases": "A hit that overlaps one of these is dropped.",
        "preceded_by": "A hit behind one of these is dropped.",
        "followed_by": "A hit in front of one of these is dropped.",
        "sentence": "A hit is dropped when one of these stands anywhere in its sentence.",
        "draft": "A hit is dropped when one of these stands anywhere in the draft.",
    },
    "Repair": {
        "phrases": "Wordings that help.",
        "virtues": "Virtues that help when they are shown.",
        "sentences": "How many sentences behind the hit count, 0 to 5.",
        "then": "lower: one step milder. drop: no hit.",
    },
    "Example": {
        "text": "The draft; of a signal, the customer's message. ⟦ and ⟧ may mark the span.",
        "customer": "The customer's message right before it.",
        "channel": "Where it is sent.",
        "conversation": "What was said before, oldest first.",
        "todo": "Why it does not work yet; told once it does.",
    },
    "Examples": {
        "bad": "Found by the rule (a virtue: not met).",
        "good": "Look-alikes that it lets pass (a virtue: met).",
    },
    "Turn": {"role": "Who wrote it.", "text": "What they wrote."},
    "Rewrite": {"scope": "What it takes the place of.", "text": "The sentence."},
    "Change": {
        **_ABOUT_A_RULE,
        "rule": "Pack and name of a rule below, like defaults/blame-should-have.",
        "reason": "Why; needed where the change weakens the rule.",
        "until": "The last day it holds, like 2027-01-31.",
        "enabled": "no: the rule is silent. yes: a silent one speaks again.",
        "phrases": "Wordings to add or remove.",
    },
    "PhraseChange": _CHANGE_OF_A_LIST,
    "TextChange": _CHANGE_OF_A_LIST,
    "ExceptChange": {
        "phrases": "Exceptions that overlap a hit.",
        "sentence": "Exceptions anywhere in the sentence.",
        "draft": "Exceptions anywhere in the draft.",
    },
    "Boundary": {
        "stance": "How soon the steps are due: patient, measured or firm.",
        "steps": "The ladder, mildest step first. A layer above needs to name only what it changes.",
        "exit_line": "The approved line that ends a conversation.",
        "support": "What the agent should know about help for themselves.",
    },
    "Step": {
        "id": "Name of the step, like D1.",
        "title": "A few words for the head of the card.",
        "when": "When it is due: signals, and in how many of the customer's messages.",
        "advice": "What the agent should do, calmly.",
        "lines": "Approved wordings; [brackets] hold what the agent fills in.",
        "exit": "yes: the exit line comes with it.",
    },
    "Due": {
        "signals": "Any of these signals of the customer.",
        "times": "In so many of their messages; one number, or one for each stance.",
    },
    "Times": {
        "patient": "Messages it takes a patient organisation.",
        "measured": "Messages it takes a measured one.",
        "firm": "Messages it takes a firm one.",
    },
}
WHOLE_FILE = {
    "format": "The version of this form: 1.",
    "groups": "Word lists under a name, to be used in phrases as <name>.",
    "spellings": "Other ways in which a word is written.",
    "rules": "Faults, virtues and signals.",
    "boundary": "Where you stand on abuse, and the lines you have approved.",
    "changes": "What becomes of rules in the layers below.",
}
