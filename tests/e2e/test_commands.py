"""The commands of the browser's own shortcuts page: they reach the field that has the focus."""

from . import privileged
from .browser import Page
from .desk import Desk, await_card, await_marks, await_no_card, write
from .service import Service

FIELD = "document.querySelector('#editable')"
COMMAND = """async (command, host) => {
  for (const { id } of await chrome.tabs.query({})) {
    const asked = await chrome.tabs.sendMessage(id, { type: 'popup-asks-field' }).catch(() => null);
    if (asked?.value?.host === host) {
      await chrome.tabs.sendMessage(id, { type: 'worker-tells-command', command });
      return true;
    }
  }
  return false;
}"""
SHOWS = """(root, words) => new Promise((resolve, reject) => {
  const end = performance.now() + 5000;
  (function look() {
    if (root.querySelector('.card').innerText.includes(words)) resolve();
    else if (performance.now() > end) reject(new Error(`the card never said ${words}`));
    else setTimeout(look, 10);
  })();
})"""


def drafted(desk: Desk) -> Page:
    page = desk.open("front", "fields.html")
    write(page, FIELD, " I see you failed to send it. As I said, kindly wait.")
    page.wait("() => CSS.highlights.has('coolhead-error') && CSS.highlights.has('coolhead-suggestion')")
    page.press("Control+Home")
    return page


def test_the_browser_s_own_commands_do_what_the_keys_do_and_stand_in_the_card(desk: Desk) -> None:
    page = drafted(desk)

    def command(name: str) -> None:
        assert desk.options.run(COMMAND, name, "app.frontapp.com"), "no page took the command"

    command("next-fault")
    card = await_card(page)
    assert "Blames the customer" in card
    assert "Alt+. next" in card and "Alt+A use" in card
    command("previous-fault")
    page.inside("coolhead-ui", SHOWS, "Sounds stiff")
    command("ignore-fault")
    await_no_card(page)
    await_marks(page, error=["you failed to"], warning=["As I said"])
    command("next-fault")
    await_card(page)
    command("close-card")
    await_no_card(page)
    command("next-fault")
    await_card(page)
    command("apply-first")
    page.wait(f"() => {FIELD}.innerText.includes('we did not send it')")


FIREFOX_KEY = """sign => {
  const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id-coolhead"] key')];
  const key = keys.find((each) => each.getAttribute('keycode') === sign);
  key.doCommand();
  return key.getAttribute('modifiers');
}"""


def test_the_key_firefox_keeps_for_a_command_reaches_the_page(in_firefox: Desk, service: Service) -> None:
    in_firefox.choose(address=service.address)
    page = drafted(in_firefox)
    assert privileged.in_firefox(in_firefox.browser, FIREFOX_KEY, "VK_PERIOD") == "alt"
    assert "Blames the customer" in await_card(page)
    in_firefox.close_pages()
