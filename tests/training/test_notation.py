"""Drafts noted by hand come out with the right offsets."""

import pytest

from training import notation

NOTE = r"""
% a remark
== social upset
C: Where is it?
R: {{Sorry|apology}}, Jo.\n[[You could have tracked it|blame|I'll track it]]. [[Be patient|dismissiveness]].
R: On its way.
""".splitlines()


def test_marks_become_offsets() -> None:
    first, second = notation.read(NOTE, 11)
    assert first["text"] == "Sorry, Jo.\nYou could have tracked it. Be patient."
    blame, patience = first["faults"]
    assert first["text"][blame["start"] : blame["end"]] == "You could have tracked it"
    assert (blame["kind"], blame["must"], blame["better"]) == ("blame", 2, "I'll track it")
    assert (patience["must"], "better" in patience) == (1, False)
    assert first["virtues"] == [{"start": 0, "end": 5, "virtue": "apology"}]
    assert (second["faults"], second["virtues"]) == ([], None)


def test_replies_to_one_customer_share_their_number() -> None:
    first, second = notation.read(NOTE, 11)
    assert first["id"][:-1] == second["id"][:-1]
    assert first["id"] != second["id"]


@pytest.mark.parametrize("line", ["== social furious", "R: [[no kind|moody|x]]", "what is this"])
def test_what_cannot_be_read_is_named_with_its_line(line: str) -> None:
    with pytest.raises(notation.BadNotation, match="line 1"):
        notation.read([line], 11)
