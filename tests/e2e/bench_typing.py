"""What typing costs with the extension, in real Chromium against the real service."""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.e2e.browser import Page  # noqa: E402  (the path is only known now)
from tests.e2e.chromium import Chromium  # noqa: E402
from tests.e2e.desk import HOSTS, Desk, await_state, write  # noqa: E402
from tests.e2e.fixture_pages import FixturePages  # noqa: E402
from tests.e2e.service import Service  # noqa: E402

SENTENCE = "Thank you for writing to us about the parcel that came on Monday morning with a broken lid. "
WORDS = 2_000
KEYS = 60
PAINTS = 30
BAR_KEY, BAR_PAINTED = 1.0, 120.0

LONG_TASKS = """() => {
  window.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });
}"""
TIME_NEXT_KEY = """() => {
  window.timed = new Promise((resolve, reject) => document.addEventListener('keydown', ({ timeStamp }) => {
    (function look() {
      const told = () => resolve(performance.now() - timeStamp);
      if (CSS.highlights.has('coolhead-error')) requestAnimationFrame(told);
      else if (performance.now() - timeStamp > 10000) reject(new Error('never painted'));
      else requestAnimationFrame(look);
    })();
  }, { once: true, capture: true }));
}"""


def fill(page: Page, field: str, words: int) -> None:
    draft = SENTENCE * (words // len(SENTENCE.split()))
    page.run(
        f"""draft => {{
          const field = {field};
          if ('value' in field) field.value = draft;
          else field.innerHTML = draft.split('. ').map((line) => '<p>' + line + '.</p>').join('');
          field.focus();
        }}""",
        draft,
    )
    page.press("Control+End")


def cost_of_keys(page: Page) -> list[float]:
    """Milliseconds of script time a key costs in all, extension and page together."""
    costs = []
    for letter in ("steady words " * 10)[:KEYS]:
        before = script_time(page)
        page.tab.keyboard.press("Space" if letter == " " else letter)  # type: ignore[attr-defined]
        page.run("() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))")
        costs.append(script_time(page) - before)
    return costs


def script_time(page: Page) -> float:
    metrics = page.debugger.send("Performance.getMetrics")["metrics"]  # type: ignore[attr-defined]
    return 1000 * next(each["value"] for each in metrics if each["name"] == "ScriptDuration")


def measure_typing(
    desk: Desk, field: str, with_hints: bool, service: Service
) -> tuple[list[float], list[float]]:
    desk.choose(address=service.address, offHosts=[] if with_hints else [HOSTS["front"]])
    page = desk.open("front", "fields.html")
    page.debugger.send("Performance.enable")  # type: ignore[attr-defined]
    fill(page, field, WORDS)
    if with_hints:
        await_state(page, "ok")
    page.run(LONG_TASKS)
    costs = cost_of_keys(page)
    long_tasks: list[float] = page.run("() => longTasks")
    desk.close_pages()
    return costs, long_tasks


def measure_painting(desk: Desk, service: Service) -> list[float]:
    """Milliseconds from the last key of a fault to the frame that shows its mark."""
    desk.choose(address=service.address)
    page = desk.open("gmail", "gmail.html")
    body = "document.querySelector('#body')"
    times = []
    for _ in range(PAINTS):
        page.run(
            f"() => {{ const line = {body}.firstElementChild;"
            " line.innerHTML = '<br>'; getSelection().collapse(line, 0); }"
        )
        page.wait("() => !CSS.highlights.has('coolhead-error')")
        write(page, body, "Thank you for your patience. I see you failed t")
        await_state(page, "ok")
        page.run(TIME_NEXT_KEY)
        page.type("o")
        times.append(page.run("() => window.timed"))
    desk.close_pages()
    return times


def percentile(values: list[float], share: float) -> float:
    return statistics.quantiles(values, n=100)[round(share * 100) - 1]


def row(name: str, values: list[float], bar: str) -> list[str]:
    return [
        name,
        f"{percentile(values, 0.5):.2f}",
        f"{percentile(values, 0.95):.2f}",
        f"{max(values):.2f}",
        bar,
    ]


def main() -> None:
    built = Path(tempfile.mkdtemp())
    for script, target in (
        ("extension/build.mjs", built),
        ("tests/e2e/editors/bundle.mjs", built / "editors"),
    ):
        subprocess.run(["node", script, target], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    pages = FixturePages([*HOSTS.values()], built / "editors")
    service = Service(COOLHEAD_RULES="", COOLHEAD_PROFILE="balanced").start()
    table = Table(
        "milliseconds", "p50", "p95", "max", "bar (p95)", title=f"Typing in a {WORDS:,}-word draft, Chromium"
    )
    try:
        with sync_playwright() as playwright:
            browser = Chromium(playwright, built / "coolhead-chrome", Path(tempfile.mkdtemp()), pages.port)
            desk = Desk(browser, pages)
            for name, field in (("contenteditable", "#editable"), ("textarea", "#textarea")):
                found = f"document.querySelector('{field}')"
                bare, _ = measure_typing(desk, found, False, service)
                costs, long_tasks = measure_typing(desk, found, True, service)
                table.add_row(*row(f"{name}, script a key, off", bare, ""))
                table.add_row(*row(f"{name}, script a key, on", costs, f"off + {BAR_KEY}"))
                table.add_row(f"{name}, long tasks while typing", str(len(long_tasks)), "", "", "0")
            table.add_row(
                *row("last key to painted mark", measure_painting(desk, service), f"{BAR_PAINTED:.0f}")
            )
            browser.close()
    finally:
        service.stop()
        pages.shutdown()
    Console().print(table)


if __name__ == "__main__":
    main()
