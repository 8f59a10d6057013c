"""The mirror of a textarea lies where the browser itself draws the words."""

from ..desk import Desk
from ..service import Service
from .page import DRAFT, UI

LOOKS = [
    "",
    "font: 14px monospace",
    "font: 11.5px Georgia; letter-spacing: 0.3px; word-spacing: 2px; tab-size: 3",
    "padding: 3px 40px 9px 2px; border: 7px solid red",
    "zoom: 1.25",
    "transform: scale(0.8)",
    "width: 211px; flex: none",
    "height: 120px; flex: none; min-height: 0",
    "direction: rtl",
    "text-align: center; text-transform: uppercase; line-height: 2.3; text-indent: 33px",
]
FARTHEST = """css => new Promise((resolve) => {
  const field = document.querySelector('#plain');
  field.style.cssText = css;
  field.scrollTop = 60;
  const measure = () => {
    let offset = 0;
    let farthest = 0;
    for (const line of UI.querySelectorAll('.mirror p')) {
      for (const piece of line.childNodes) {
        const end = offset + piece.textContent.length;
        if (piece.nodeType === 1) {
          const truth = field.rangeOf(offset, end).getBoundingClientRect();
          const drawn = piece.getBoundingClientRect();
          const across = Math.abs(truth.left - drawn.left);
          const down = Math.abs(truth.top + truth.bottom - drawn.top - drawn.bottom) / 2;
          farthest = Math.max(farthest, across, down);
        }
        offset = end;
      }
    }
    resolve(farthest);
  };
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(measure)));
})""".replace("UI", UI)


def test_the_mirror_lies_within_a_pixel_of_where_the_browser_says_the_words_are(
    in_chromium: Desk, playground: Service
) -> None:
    page = in_chromium.browser.page(playground.address)
    page.run(
        """() => {
          const { prototype } = HTMLTextAreaElement;
          prototype.rangeOf = prototype.createValueRange;
          delete prototype.createValueRange;
          document.querySelector('input[value=plain]').click();
          document.querySelector('#plain').value = 'Hello there,\\n\\n'.repeat(6);
        }"""
    )
    page.type(f"{DRAFT} {DRAFT}")
    page.wait(f"() => {UI}.querySelectorAll('.mirror span').length === 4")
    try:
        distances = {look: page.run(FARTHEST, look) for look in LOOKS}
    finally:
        page.close()
    assert {look: distance for look, distance in distances.items() if distance >= 1} == {}
