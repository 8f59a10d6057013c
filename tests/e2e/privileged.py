"""What only Firefox itself may do, for tests: preferences, the network's absence, an input method."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .browser import Browser
from .firefox import Firefox, text


def in_firefox(browser: Browser, function: str, *arguments: Any) -> Any:
    """Runs `function` in the window of the browser, where `Services` and `Cc` are."""
    assert isinstance(browser, Firefox)
    windows = browser.bidi.send("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"]
    answer = browser.bidi.send(
        "script.callFunction",
        functionDeclaration=f"async json => JSON.stringify(await ({function})(...JSON.parse(json)) ?? null)",
        awaitPromise=True,
        target={"context": windows[0]["context"]},
        arguments=[text(json.dumps(arguments))],
    )
    assert answer["type"] == "success", answer
    return json.loads(answer["result"]["value"])


@contextmanager
def preferences(browser: Browser, **values: int | bool) -> Iterator[None]:
    """Sets preferences, `__` standing for a dot, and takes them back."""
    named = {name.replace("__", "."): value for name, value in values.items()}
    in_firefox(
        browser,
        """values => {
          for (const [name, value] of Object.entries(values)) {
            if (typeof value === 'boolean') Services.prefs.setBoolPref(name, value);
            else Services.prefs.setIntPref(name, value);
          }
        }""",
        named,
    )
    try:
        yield
    finally:
        in_firefox(
            browser,
            "names => { for (const name of names) Services.prefs.clearUserPref(name); }",
            [*named],
        )
