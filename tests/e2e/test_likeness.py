"""Sentences like one the agent ignored: quiet on that site, by fingerprint and without its words."""

import json
import shutil
from collections.abc import Iterator

import pytest

from .browser import Page
from .desk import Desk, await_marks, marked, open_card, write
from .service import RULES, Service

SHIPPED = RULES.parents[2] / "shared_rules"
CONFIG = """
format: 1
rulesets: {default: {layers: [{name: model, pack: packs/model}, {name: base, pack: desk}]}}
"""
FIELD = "document.querySelector('#editable')"
SENTENCE = "You would have seen this coming if you had looked at the small print before you clicked on buy."
PARAPHRASE = "You would have seen this coming if you had looked at the small print before clicking on buy."
ANOTHER = " You failed to call."


@pytest.fixture(scope="module")
def listening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service with the sentence model, its shipped rules, and the phrases of these tests."""
    folder = tmp_path_factory.mktemp("rules")
    shutil.copytree(RULES / "desk", folder / "desk")
    shutil.copytree(SHIPPED / "packs" / "model", folder / "packs" / "model")
    shutil.copy(SHIPPED / "guidelines.yaml", folder)
    (folder / "config.yaml").write_text(CONFIG)
    running = Service(COOLHEAD_RULES=str(folder), COOLHEAD_PROFILE="thorough").start()
    yield running
    running.stop()


def drafted(desk: Desk, sentence: str, site: str = "front") -> Page:
    page = desk.open(site, "fields.html")
    write(page, FIELD, f" {sentence}{ANOTHER}")
    return page


def await_heard(page: Page) -> str:
    """Waits until the other fault is marked and one that the model heard; the words of that one."""
    page.wait(
        "() => CSS.highlights.get('coolhead-error')?.size && CSS.highlights.get('coolhead-warning')?.size"
    )
    [heard] = marked(page)["warning"]
    return heard


def kept(desk: Desk) -> str:
    script = """async () => {
      const areas = ['sync', 'local', 'session'].map((area) => chrome.storage[area].get(null));
      return JSON.stringify(await Promise.all(areas));
    }"""
    return json.dumps(desk.options.run(script))


def test_a_sentence_is_ignored_with_others_like_it_on_that_site_and_taken_back(
    desk: Desk, listening: Service
) -> None:
    desk.choose(address=listening.address)
    page = drafted(desk, SENTENCE)
    assert await_heard(page) in SENTENCE
    page.press("Control+Home")
    assert "Sentences like this, on this site" in open_card(page)
    page.inside("coolhead-ui", "root => root.querySelector('.card .ignore button:last-child').click()")
    await_marks(page, error=["You failed to"])
    await_marks(drafted(desk, PARAPHRASE), error=["You failed to"])

    assert await_heard(drafted(desk, PARAPHRASE, site="gmail")) in PARAPHRASE

    assert "model/blame" in kept(desk)
    for word in ("would", "coming", "looked", "small", "print", "before", "clicked"):
        assert word not in kept(desk)

    options = desk.browser.panel("options/options.html")
    desk.opened.append(options)
    options.wait("() => document.querySelectorAll('#ignored button').length === 1")
    listed = options.run("() => document.querySelector('#ignored').innerText")
    assert "Sentences like one you ignored, on app.frontapp.com: Sounds as if" in listed
    assert options.run("() => !document.querySelector('#ignored-alike').hidden")
    options.run("() => document.querySelector('#ignored button').click()")
    options.wait("() => document.querySelectorAll('#ignored button').length === 0")
    page.front()
    assert await_heard(page) in SENTENCE


def test_a_phrase_has_no_sentences_like_it(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, FIELD, ANOTHER)
    await_marks(page, error=["You failed to"])
    assert "Sentences like this" not in open_card(page)
