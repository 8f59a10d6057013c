"""Near-duplicates of evaluation sentences are found, everybody's courtesies are not."""

from training import duplicates

KNOWN = duplicates.Known(["We drove the van round to your door at nine but nobody was there to open it."])


def draft(text: str) -> dict[str, object]:
    return {"customer": "", "text": text, "faults": []}


def test_a_reworded_copy_is_found() -> None:
    copy = "Sorry! We drove the van round to your door at nine but no one answered the bell."
    assert duplicates.close(draft(copy), KNOWN) == [
        "We drove the van round to your door at nine but no one answered the bell"
    ]


def test_a_sentence_of_our_own_is_not() -> None:
    assert (
        duplicates.close(
            draft("The van was at your door at nine and there was no answer from inside."), KNOWN
        )
        == []
    )


def test_short_courtesies_are_everybodys() -> None:
    known = duplicates.Known(["Let us know how you get on."])
    assert duplicates.close(draft("Let us know how you get on."), known) == []
