"""Drafts as numbers: the texts to read, and rows that say which of them stand together."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from coolhead.classifier.encoding import Encoding
from coolhead.classifier.labels import ANY_FAULT, MOODS, SENTENCE_COLUMNS

from . import examples

NOBODY = 0  # the first vector of a batch: zeros, for an absent neighbour or customer
_ANY = SENTENCE_COLUMNS.index(ANY_FAULT)

Ids = list[int]
Roles = tuple[int, int, int]


@dataclass
class Encoded:
    """One draft or several. `texts`: token ids; `roles`: for each example the numbers (from 1) of its
    sentence, the one before and the customer's message; `targets`: as in examples; `moods`: a customer's
    message and the number of its mood; `twins`: a faulty example, and a better wording in its place."""

    texts: list[Ids] = field(default_factory=list)
    roles: list[Roles] = field(default_factory=list)
    targets: list[list[int]] = field(default_factory=list)
    moods: list[tuple[int, int]] = field(default_factory=list)
    twins: list[tuple[int, int]] = field(default_factory=list)


def encode(draft: examples.Draft, encoding: Encoding) -> Encoded:
    """One draft; each of its texts once."""
    found = Encoded()
    numbers: dict[tuple[bool, str], int] = {}

    def number(text: str, of_customer: bool = False) -> int:
        if text and (of_customer, text) not in numbers:
            found.texts.append(encoding.customer(text) if of_customer else encoding.sentence(text))
            numbers[of_customer, text] = len(found.texts)
        return numbers[of_customer, text] if text else NOBODY

    own = examples.of_draft(draft)
    for one in own:
        given = one.given
        found.roles.append((number(given.text), number(given.before), number(given.customer, True)))
        found.targets.append(one.targets)
    if draft["customer"]:
        found.moods.append((number(draft["customer"], True), MOODS.index(draft["mood"])))
    faulty = {one.place: index for index, one in enumerate(own) if one.targets[_ANY] == 1}
    found.twins = [
        (faulty[one.place], index)
        for index, one in enumerate(own)
        if one.source == "better" and one.place in faulty
    ]
    return found


def join(drafts: Sequence[Encoded]) -> Encoded:
    """Several drafts as one."""
    whole = Encoded()
    for draft in drafts:
        texts, rows = len(whole.texts), len(whole.roles)

        def moved(number: int, by: int = texts) -> int:
            return number + by if number != NOBODY else NOBODY

        whole.texts += draft.texts
        whole.roles += [(moved(own), moved(before), moved(said)) for own, before, said in draft.roles]
        whole.targets += draft.targets
        whole.moods += [(moved(text), mood) for text, mood in draft.moods]
        whole.twins += [(bad + rows, good + rows) for bad, good in draft.twins]
    return whole


def forget(batch: Encoded, share: float, chance: random.Random) -> None:
    """Now and then leave a sentence alone, so that it is also understood without what stands around it."""
    batch.roles = [
        (own, NOBODY, NOBODY) if chance.random() < share else (own, before, said)
        for own, before, said in batch.roles
    ]
