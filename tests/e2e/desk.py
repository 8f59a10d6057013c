"""An agent's desk: pages, the extension's settings, and what an agent sees of the hints."""

from contextlib import suppress
from typing import Any

from .browser import Browser, Page
from .fixture_pages import FixturePages

HOSTS = {
    "gmail": "mail.google.com",
    "outlook": "outlook.office.com",
    "zendesk": "acme.zendesk.com",
    "intercom": "app.intercom.com",
    "freshdesk": "acme.freshdesk.com",
    "front": "app.frontapp.com",
    "elsewhere": "shop.example.com",
}

MARKED = """() => {
  const marked = {};
  for (const ink of ['error', 'warning', 'suggestion']) {
    const highlight = CSS.highlights.get('coolhead-' + ink);
    const words = (range) => (range.cloneContents ? range.toString() : '(field)');
    if (highlight?.size) marked[ink] = [...highlight].map(words).sort();
  }
  return marked;
}"""


class Desk:
    """One browser with the extension, the fixture pages, and the address of a service."""

    def __init__(self, browser: Browser, pages: FixturePages) -> None:
        self.browser, self.pages = browser, pages
        self.opened: list[Page] = []
        self.options = browser.panel("options/options.html")
        self.options.wait("() => 'ready' in document.documentElement.dataset")

    def url(self, site: str, path: str) -> str:
        return f"https://{HOSTS[site]}:{self.pages.port}/{path}"

    def open(self, site: str, path: str) -> Page:
        page = self.browser.page(self.url(site, path))
        page.front()
        self.opened.append(page)
        return page

    def popup(self, page: Page) -> Page:
        """The popup as it would open over `page`."""
        page.front()
        number = self.options.run(
            """async (host) => {
              for (const { id } of await chrome.tabs.query({ active: true })) {
                const asked = chrome.tabs.sendMessage(id, { type: 'popup-asks-field' });
                const reply = await asked.catch(() => null);
                if (reply?.value?.host === host) return id;
              }
            }""",
            page.run("() => location.hostname"),
        )
        popup = self.browser.panel(f"popup/popup.html?tab={number}")
        self.opened.append(popup)
        return popup

    def close_pages(self) -> None:
        while self.opened:
            with suppress(Exception):  # a test may have closed it
                self.opened.pop().close()

    def choose(self, token: str | None = None, **settings: Any) -> None:
        """Settings as the options page would save them; what is not named goes back to the default."""
        self.options.run(
            """async (settings, token) => {
              const kept = Object.keys(await chrome.storage.sync.get(null));
              await chrome.storage.sync.remove(kept.filter((key) => key !== 'settings'));
              await chrome.storage.session.remove(['pauses', 'health']);
              await chrome.storage.local.set({ token: token ?? '' });
              await chrome.storage.sync.set({ settings: { version: 1, ...settings } });
              // The answer shows that the worker has heard of all this; a slow service is not waited for.
              const heard = chrome.runtime.sendMessage({ type: 'panel-asks-probe' });
              await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 1000))]);
            }""",
            settings,
            token,
        )


def write(page: Page, field: str, words: str) -> None:
    """Types into `field`, a JavaScript expression, once it is there."""
    page.wait(f"() => {{ const field = {field}; field?.focus(); return Boolean(field); }}")
    page.type(words)


def marked(page: Page) -> dict[str, list[str]]:
    """The words that are underlined now, by severity."""
    found: dict[str, list[str]] = page.run(MARKED)
    return found


def await_marks(page: Page, **expected: list[str]) -> None:
    """Waits until exactly these words are underlined."""
    wanted = {ink: sorted(words) for ink, words in expected.items()}
    try:
        page.wait(f"wanted => JSON.stringify(({MARKED})()) === JSON.stringify(wanted)", wanted)
    except Exception as error:
        raise AssertionError(f"marked {marked(page)}, expected {wanted}") from error


BOX = """(root, box, open, patience) => new Promise((resolve, reject) => {
  const end = performance.now() + patience;
  (function look() {
    const found = root.querySelector(`${box}:popover-open`);
    if (Boolean(found) === open) resolve(found?.innerText ?? '');
    else if (performance.now() > end) reject(new Error(`${box} never ${open ? 'opened' : 'closed'}`));
    else setTimeout(look, 10);
  })();
})"""


def await_box(page: Page, box: str) -> str:
    """Waits until one of coolhead's own boxes is open and returns its words."""
    page.wait("() => document.querySelector('coolhead-ui') !== null")
    words: str = page.inside("coolhead-ui", BOX, box, True, 5_000)
    return words


def await_card(page: Page) -> str:
    return await_box(page, ".card")


def await_frames(page: Page) -> None:
    """Until what typing has put off to the next frame is done."""
    page.run("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))")


def open_card(page: Page, key: str = "F8") -> str:
    """Goes to the next fault by key."""
    await_frames(page)
    page.press(key)
    return await_card(page)


def await_no_card(page: Page) -> None:
    """After a wording was used the card closes once the change is verified."""
    page.inside("coolhead-ui", BOX, ".card", False, 5_000)


def await_state(page: Page, state: str) -> None:
    """The state of the answer for exactly the text that is in the focused field now."""
    await_frames(page)
    page.wait("state => document.querySelector('coolhead-ui')?.dataset.state === state", state)


def panel_words(page: Page) -> str:
    """Opens the panel by its chip, reads it, and closes it again."""
    script = """root => {
      root.querySelector('.chip').click();
      const words = root.querySelector('.panel').innerText;
      root.querySelector('.chip').click();
      return words;
    }"""
    words: str = page.inside("coolhead-ui", script)
    return words
