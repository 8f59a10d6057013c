"""Words of phrases → the token keys that match them: groups, word forms, spellings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import lemminflect

from coolhead.rules.fields import Phrase
from coolhead.rules.phrases import Choice, Word
from coolhead.segments import words

Key = str


class Vocabulary:
    """The groups and spellings of one rule set."""

    def __init__(
        self, groups: Mapping[str, tuple[Phrase, ...]], spellings: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._groups = groups
        self._variants = {
            canonical: frozenset((canonical, *others)) for canonical, others in spellings.items()
        }
        self._choices: dict[str, Choice] = {}
        self._keys: dict[Word, tuple[frozenset[Key], ...]] = {}

    def group(self, name: str) -> Choice:
        """A named group as a choice between its phrases."""
        if name not in self._choices:
            self._choices[name] = Choice(tuple(phrase.tree for phrase in self._groups[name]))
        return self._choices[name]

    def keys(self, word: Word) -> tuple[frozenset[Key], ...]:
        """One set of keys for each token of a word as written (`don't` has two)."""
        known = self._keys.get(word)
        if known is None:
            tokens = [readings[0] for readings in words(word.text)]
            last = len(tokens) - 1
            inflected = [word.inflect and at == last for at in range(len(tokens))]
            known = tuple(map(self._token_keys, tokens, inflected))
            self._keys[word] = known
        return known

    def _token_keys(self, token: Key, inflect: bool) -> frozenset[Key]:
        variants = self._variants.get(token, frozenset({token}))
        return variants.union(*map(forms, variants)) if inflect else variants

    def single_words(self, name: str) -> frozenset[Key]:
        """All keys of a group that holds plain words; empty when there is no such group."""
        options = self.group(name).options if name in self._groups else ()
        return frozenset(
            key
            for option in options
            for item in option
            if isinstance(item, Word)
            for keys in self.keys(item)
            for key in keys
        )


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """Every verb and noun form of a base word, from lemminflect's dictionary (tell: tells, telling, told)."""
    found = {word}
    for kind in ("VERB", "NOUN"):
        for group in lemminflect.getAllInflections(word, upos=kind).values():
            found.update(form.lower() for form in group if re.fullmatch(r"[a-z'-]+", form.lower()))
    return frozenset(found)
