"""Fields in an open shadow root and in a frame, served from the page around them."""

from ..browser import Page
from ..desk import await_marks
from .page import DRAFT, OPEN_CARD, UI


def test_a_field_in_an_open_shadow_root_is_served_like_any_other(page: Page, faults: list[str]) -> None:
    page.run(
        """() => {
          const host = document.body.appendChild(document.createElement('div'));
          const root = host.attachShadow({ mode: 'open' });
          root.innerHTML = '<div contenteditable="true" style="min-height: 3em"></div>';
          window.inner = root.firstChild;
          inner.scrollIntoView();
          inner.focus();
        }"""
    )
    page.type(DRAFT)
    await_marks(page, error=faults)
    assert page.run("() => inner.getRootNode().adoptedStyleSheets.length") == 1
    page.press("F8")
    page.wait(OPEN_CARD)
    wording = page.run(f"() => {UI}.querySelector('.wording span').textContent")
    page.press("Alt+Enter")
    page.wait("wording => inner.textContent.includes(wording)", wording)


def test_a_field_in_a_frame_has_its_card_in_the_page_around_it(page: Page) -> None:
    page.run(
        """() => new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.srcdoc = '<div contenteditable="true"></div>';
          frame.style.cssText = 'display: block; width: 600px; height: 90px; margin: 20px 60px';
          frame.addEventListener('load', () => {
            window.inner = frame.contentDocument.body.firstChild;
            inner.focus();
            resolve();
          });
          document.querySelector('.masthead').after(frame);
        })"""
    )
    page.type(DRAFT)
    marked = "inner.ownerDocument.defaultView.CSS.highlights.get('coolhead-error')"
    page.wait(f"() => {marked}?.size === 2")
    page.press("F8")
    page.wait(OPEN_CARD)
    near = page.run(
        f"""() => {{
          const card = {UI}.querySelector('.card').getBoundingClientRect();
          const frame = document.querySelector('iframe').getBoundingClientRect();
          const boxes = [...{marked}].map((range) => range.getBoundingClientRect());
          const [words] = boxes.sort((one, other) => one.left - other.left);
          const [across, down] = [card.left - frame.left - words.left, card.top - frame.top - words.bottom];
          return [across, down, card, words];
        }}"""
    )
    assert abs(near[0]) < 12 and near[1] < 40, near
