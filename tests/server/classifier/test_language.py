"""Only English is judged."""

import pytest

from coolhead.classifier.language import is_english


@pytest.mark.parametrize(
    "text", ["We are sorry about the delay.", "Refund sent", "u should have checked that tbh"]
)
def test_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", ["Wir bedauern die Verspätung sehr", "Lo sentimos mucho, señora García"])
def test_other_languages(text: str) -> None:
    assert not is_english(text)
